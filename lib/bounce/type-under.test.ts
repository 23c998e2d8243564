import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './categories'
import { classify } from './classify'
import { typeUnder } from './type-under'

describe('the type under a category', () => {
  it('is what recognition gives to the same reply in its own category', () => {
    const replies = CATEGORIES.flatMap((category) => category.examples).flatMap((text) => [
      { diagnostic: text },
      { diagnostic: text, smtpCode: '450' },
      { diagnostic: text, smtpCode: '550' },
    ])
    const told = replies.map((reply) => ({ reply, ...classify(reply) }))
    const known = told.filter(({ category }) => category !== null && category !== 'unclassified')
    expect(known.map(({ category, reply }) => typeUnder(category!, reply))).toEqual(
      known.map(({ bounceType }) => bounceType),
    )
  })

  it('is soft for a temporary reply and empty for no category', () => {
    expect(typeUnder('invalid_recipient', { diagnostic: '450 4.1.1 unknown' })).toBe('soft')
    expect(typeUnder('invalid_recipient', { diagnostic: '450 unknown', smtpCode: '550' })).toBe('hard')
    expect(typeUnder('invalid_recipient', { diagnostic: 'unknown' })).toBe('hard')
    expect(typeUnder('mailbox_full', { diagnostic: '550 full' })).toBe('soft')
    expect(typeUnder('unclassified', { diagnostic: '550' })).toBe('')
  })
})
