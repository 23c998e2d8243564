import { describe, expect, it } from 'vitest'
import { CELL_COUNT, cellIndex } from '@/lib/analytics/cells'
import { dayOf } from '@/lib/analytics/day'
import { findUnusual, type AccountDay } from '@/lib/analytics/finding'
import { categoryById } from '@/lib/bounce/categories'
import { sampleRows } from './sample-rows'

const ZONE = 'Europe/Berlin'

/** The day totals the sample comes to, as the rollups hold them. */
function accountDays(now: Date): AccountDay[] {
  const byKey = new Map<string, AccountDay & { cells: number[] }>()
  for (const rows of sampleRows(now, ZONE)) {
    if (rows.length === 0) continue
    const day = dayOf(new Date(rows[0]!.at * 1000), ZONE)
    for (const { account, meant } of rows) {
      const key = `${day} ${account}`
      const known = byKey.get(key) ?? { account, day, cells: Array.from({ length: CELL_COUNT }, () => 0) }
      byKey.set(key, known)
      known.cells[cellIndex(meant, categoryById(meant)?.bounceType ?? '') - 1]!++
    }
  }
  return [...byKey.values()]
}

describe('the story of the sample data', () => {
  it.each([16, 17, 18, 19, 20, 21, 22])('is told first on 2026-11-%i, whatever weekday that is', (date) => {
    const now = new Date(`2026-11-${date}T14:00:00Z`)
    const { comparable, found } = findUnusual(accountDays(now), dayOf(now, ZONE))
    expect(comparable).toBe(true)
    expect(found[0]).toMatchObject({ account: 'anna@acme.io', category: 'blacklisted', ongoing: true })
    const told = found.map(({ account, category }) => `${account} ${category}`)
    expect(told).toEqual(
      expect.arrayContaining(['jonas@acme.io authentication', 'marcus@acme.io sending_limit']),
    )
    // What nobody planted is small beside what was.
    const planted = new Set(['anna@acme.io', 'jonas@acme.io', 'marcus@acme.io'])
    const others = found.filter((each) => !planted.has(each.account))
    expect(Math.max(0, ...others.map((each) => each.bounces))).toBeLessThan(100)
  })
})
