import { expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import { contactFate } from './contact-fate'
import { DEFAULT_POLICY, policySchema, readPolicy } from './policy'

const told = (id: (typeof CATEGORIES)[number]['id'], rule = DEFAULT_POLICY.categories[id]!) =>
  contactFate(id, rule).map(({ label, text }) => `${label}: ${text}`)

it('tells every category’s fate, the list first', () => {
  for (const { id } of CATEGORIES) expect(contactFate(id)[0]!.label).toBe('Do Not Email list')
})

it('follows the rule in force', () => {
  expect(told('mailbox_full')).toEqual([
    'Do Not Email list: Suggested at the 3rd bounce in 30 days. You decide.',
    'After a bounce: They rest 3 days, then 14 days, and can be sent to again.',
  ])
  expect(told('mailbox_full', { list: 'never', after: { bounces: 3, days: 30 }, holdDays: [1] })).toEqual([
    'Do Not Email list: Never for this.',
    'After a bounce: They rest 1 day, and can be sent to again.',
  ])
  expect(told('invalid_recipient')[1]).toBe(
    'If the reply is temporary: They rest 3 days, and can be sent to again. Listed when it bounces for good, or the 3rd time in 30 days.',
  )
  expect(told('relay_denied')[0]).toBe('Do Not Email list: Suggested at the 4th bounce. You decide.')
})

it('has domain.md’s defaults, and refuses to list for what is not the contact’s fault', () => {
  expect(policySchema.safeParse(DEFAULT_POLICY).success).toBe(true)
  const at = DEFAULT_POLICY.categories
  expect(Object.keys(at).filter((id) => at[id]!.list === 'at_once')).toEqual([
    'invalid_recipient',
    'domain_not_found',
  ])
  expect(at.mail_loop).toEqual({ list: 'suggest', after: { bounces: 2, days: null }, holdDays: [7] })
  const wrong = {
    ...DEFAULT_POLICY,
    categories: { ...at, blacklisted: { ...at.blacklisted!, list: 'at_once' } },
  }
  expect(policySchema.safeParse(wrong).success).toBe(false)
  expect(readPolicy(wrong)).toEqual(DEFAULT_POLICY)
  expect(readPolicy({ options: { quietDays: 14 } }).options).toEqual({ plusTags: false, quietDays: 14 })
})
