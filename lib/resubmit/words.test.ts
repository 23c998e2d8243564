import { expect, it } from 'vitest'
import { DEFAULT_POLICY } from '@/lib/dne/policy'
import { clockText, gapText, wholeDayPace, DEFAULT_PACE } from './pace'
import { rulesOf } from './rules'
import { accountsLine, shortAccount, whyGivenUp, whyReady } from './words'

const rule = (category: string) => rulesOf({}, DEFAULT_POLICY).find((each) => each.category === category)!

it('names accounts shortly, most contacts first', () => {
  const accounts = [
    { account: 'priya@acme.io', contacts: 22 },
    { account: 'marcus@acme.io', contacts: 27 },
    { account: '', contacts: 3 },
  ]
  expect(accountsLine(accounts)).toBe('marcus@ 27, priya@ 22 and 1 more')
  expect(accountsLine(accounts.slice(2))).toBe('unknown account 3')
  expect(shortAccount('no-address')).toBe('no-address')
})

it('says why contacts are ready or given up', () => {
  const once = { contacts: 10, again: 0, fixed: null }
  expect(whyReady(rule('server_unavailable'), once)).toBe('Hold of 3 days is over')
  expect(whyReady(rule('sending_limit'), once)).toBe('24 hours have passed')
  expect(whyReady(rule('mailbox_full'), { ...once, again: 6 })).toBe('Hold is over, next try')
  expect(whyReady(rule('spam_block'), { ...once, fixed: '16 Nov' })).toBe('Fixed on 16 Nov')
  expect(whyGivenUp(rule('mailbox_full'))).toBe('3 tries in 30 days')
  expect(whyGivenUp(rule('policy_violation'))).toBe('fixed, bounced again')
})

it('says a pace in words, and gives a file the whole day', () => {
  expect([clockText(540), clockText(1440)]).toEqual(['09:00', '24:00'])
  expect([gapText([0, 0]), gapText([40, 120]), gapText([300, 900])]).toEqual([
    'No gap',
    '40–120 seconds',
    '5–15 minutes',
  ])
  expect(wholeDayPace(DEFAULT_PACE)).toMatchObject({ perDay: 25, from: 0, to: 1440, gap: [0, 0] })
})
