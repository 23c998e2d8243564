import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import { CELL_COUNT, cellIndex } from './cells'
import { addDays, eachDay, weekday } from './day'
import { findUnusual, type AccountDay } from './finding'
import { findingSentence } from './finding-words'

const asOf = '2026-11-19'
const days = eachDay(addDays(asOf, -69), asOf)
const accounts = ['anna@acme.io', 'jonas@acme.io', 'sales@acme.io']

function row(account: string, day: string, counts: Record<string, number>): AccountDay {
  const cells = new Array<number>(CELL_COUNT).fill(0)
  for (const [category, n] of Object.entries(counts)) cells[cellIndex(category, 'soft') - 1] = n
  return { account, day, cells }
}

/** An even past: the same week again and again, nothing at weekends. */
const even = (level: number) =>
  accounts.flatMap((account) =>
    days
      .filter((day) => weekday(day) < 5)
      .map((day) => row(account, day, { mailbox_full: level, spam_block: level })),
  )

describe('what is unusual', () => {
  it('finds nothing in an even past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (level) => {
        expect(findUnusual(even(level), asOf)).toEqual({ comparable: true, found: [] })
      }),
      { numRuns: 30 },
    )
  })

  it('names the account, the category and the first day of an incident', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...accounts),
        fc.constantFrom(...CATEGORY_IDS),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 40 }),
        (account, category, daysAgo, level) => {
          const since = addDays(asOf, -daysAgo)
          const extra = eachDay(since, asOf).map((day) => row(account, day, { [category]: level * 5 + 40 }))
          const { found } = findUnusual([...even(level), ...extra], asOf)
          expect(found).toHaveLength(1)
          expect(found[0]).toMatchObject({ account, category, since, until: asOf, ongoing: true })
          expect(found[0]?.bounces).toBeGreaterThanOrEqual((daysAgo + 1) * 40)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of the rows', () => {
    const rows = [
      ...even(5),
      row('anna@acme.io', '2026-11-18', { blacklisted: 60 }),
      row('jonas@acme.io', '2026-11-10', { authentication: 70 }),
    ]
    const expected = findUnusual(rows, asOf)
    expect(expected.found.map((finding) => [finding.account, finding.ongoing])).toEqual([
      ['anna@acme.io', true],
      ['jonas@acme.io', false],
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (mixed) => {
        expect(findUnusual(mixed, asOf)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('bridges a weekend', () => {
    const rows = [
      ...even(1),
      ...['2026-11-13', '2026-11-16'].map((day) => row('anna@acme.io', day, { blacklisted: 50 })),
    ]
    expect(findUnusual(rows, '2026-11-16').found).toMatchObject([
      { since: '2026-11-13', until: '2026-11-16' },
    ])
  })

  it('says when the past is too short to compare with', () => {
    const short = even(5).filter((each) => each.day > addDays(asOf, -30))
    expect(findUnusual(short, asOf)).toEqual({ comparable: false, found: [] })
    expect(findUnusual([], asOf).comparable).toBe(false)
  })

  it('stays quiet about small numbers', () => {
    const rows = [...even(0), row('anna@acme.io', asOf, { blacklisted: 7 })]
    expect(findUnusual(rows, asOf).found).toEqual([])
  })
})

describe('the sentence', () => {
  const finding = {
    account: 'anna@acme.io',
    category: 'blacklisted',
    since: '2026-11-17',
    until: asOf,
    ongoing: true,
    bounces: 187,
    atFirst: 86,
    usual: 1,
  }

  it('says who, what, since when and how many', () => {
    expect(findingSentence(finding, 152, asOf)).toBe(
      'anna@acme.io has been on a block list since Tuesday: 152 contacts wait for a fix',
    )
    expect(findingSentence({ ...finding, since: '2026-11-02' }, 1, asOf)).toBe(
      'anna@acme.io has been on a block list since 2 Nov: 1 contact waits for a fix',
    )
  })

  it('speaks of what is over in the past', () => {
    expect(
      findingSentence(
        { ...finding, ongoing: false, category: 'sending_limit', until: '2026-11-18' },
        9,
        asOf,
      ),
    ).toBe('anna@acme.io was over its provider’s sending limit from 17 Nov to 18 Nov: 187 bounces')
  })

  it('has words for every category', () => {
    for (const category of [...CATEGORY_IDS, 'unclassified']) {
      expect(findingSentence({ ...finding, category }, 2, asOf)).toMatch(
        /^anna@acme\.io has been \S.* since Tuesday: 2 /,
      )
    }
  })
})
