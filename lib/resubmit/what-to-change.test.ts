import { expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import { whatToChange } from './what-to-change'

it.each([
  [
    '554 5.7.1 Service unavailable; Client host [203.0.113.24] blocked using zen.spamhaus.org',
    'Delist 203.0.113.24 at Spamhaus ZEN',
  ],
  ['550 blocked by Barracuda Reputation', 'Delist your server at Barracuda'],
  ['554 5.7.1 Rejected: IP address 198.51.100.7 is blacklisted', 'Delist 198.51.100.7'],
  ['554 5.7.1 Rejected: blacklisted', 'Get off the block list'],
])('%s', (reply, wanted) => {
  expect(whatToChange('blacklisted', reply)).toBe(wanted)
})

it('has a sentence for every cause', () => {
  for (const { id } of CATEGORIES) expect(whatToChange(id, '')).not.toBe('')
})
