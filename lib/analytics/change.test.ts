import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, SMALL_SAMPLE } from './change'
import { CELL_COUNT, cellIndex } from './cells'
import { causesOf, largestMove } from './mover'

it('compares without ever dividing by nothing', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (now, before) => {
      const change = compare(now, before)
      if (change.kind !== 'up' && change.kind !== 'down') {
        expect(now === before || before === 0).toBe(true)
        return
      }
      expect(before + (change.kind === 'up' ? change.by : -change.by)).toBe(now)
      expect(change.share === null).toBe(before < SMALL_SAMPLE)
      if (change.share !== null) expect(change.share * before).toBeCloseTo(change.by)
    }),
  )
})

it('names the account and category that made a rise', () => {
  const cells = (counts: Record<string, number>) => {
    const all = new Array<number>(CELL_COUNT).fill(0)
    for (const [category, n] of Object.entries(counts)) all[cellIndex(category, 'soft') - 1] = n
    return all
  }
  const anna = {
    account: 'anna@',
    now: cells({ blacklisted: 131, spam_block: 3 }),
    before: cells({ spam_block: 9 }),
  }
  const jonas = { account: 'jonas@', now: cells({ authentication: 117 }), before: cells({}) }
  expect(causesOf([jonas, anna])).toEqual([
    { account: 'anna@', category: 'blacklisted', by: 131 },
    { account: 'jonas@', category: 'authentication', by: 117 },
  ])
  expect(largestMove([anna, jonas])).toBe(anna)
  expect(largestMove([{ now: cells({ mailbox_full: 5 }), before: cells({}) }])).toBeNull()
})
