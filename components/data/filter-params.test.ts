import fc from 'fast-check'
import { createLoader } from 'nuqs/server'
import { describe, expect, it } from 'vitest'
import { filterParsers } from './filter-params'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'
import { addDays } from '@/lib/analytics/day'
import { filterOf, filterQuery, isNarrowed, type BounceFilter } from '@/lib/analytics/filter'

const today = '2026-11-19'
const read = createLoader(filterParsers)
const names = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 20 }).filter((s) => s !== '-' && !s.includes('%')),
  { maxLength: 4 },
)

const filter: fc.Arbitrary<BounceFilter> = fc.record({
  from: fc.integer({ min: 0, max: 500 }).map((n) => addDays(today, -n)),
  to: fc.constant(today),
  accounts: fc.uniqueArray(fc.constantFrom('anna@acme.io', "o'hara+x@acme.io", '', 'müller@x.de'), {
    maxLength: 4,
  }),
  categories: fc.subarray([...CATEGORY_IDS, 'unclassified'] as string[]),
  families: fc.subarray(FAMILIES.map((family) => family.id as string)),
  providers: fc.subarray(['google', 'microsoft', 'other']),
  campaigns: names,
  types: fc.subarray(['hard', 'soft'] as const).map((types) => [...types]),
})

describe('the filter in the URL', () => {
  it('comes back from its own query, whatever the names hold', () => {
    fc.assert(
      fc.property(filter, (wanted) => {
        const url = new URL(`http://x/?${filterQuery(wanted, today)}`)
        expect(filterOf(read(url), today)).toEqual(wanted)
      }),
    )
  })

  it('keeps reply, import, what is unverified and search', () => {
    const id = '01890000-0000-7000-8000-000000000001'
    const wanted = {
      ...filterOf({}, today),
      template: id,
      importId: id,
      unverified: true as const,
      q: 'a, b & c=d',
    }
    expect(filterOf(read(new URL(`http://x/?${filterQuery(wanted, today)}`)), today)).toEqual(wanted)
  })

  it('leaves out what it does not know instead of failing', () => {
    const odd = filterOf(
      {
        from: '2026-02-31',
        range: '8',
        category: ['nonsense', 'mailbox_full'],
        type: ['firm'],
        reply: "'; drop",
      },
      today,
    )
    expect(odd).toEqual({ ...filterOf({}, today), categories: ['mailbox_full'] })
    expect(odd.from).toBe(addDays(today, -29))
  })

  it('turns a reversed range round', () => {
    expect(filterOf({ from: '2026-03-02', to: '2026-03-01' }, today)).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-02',
    })
  })

  it('is empty for the default view', () => {
    expect(filterQuery(filterOf({}, today), today)).toBe('')
    expect(isNarrowed(filterOf({ range: '90' }, today))).toBe(false)
    expect(isNarrowed(filterOf({ account: ['-'] }, today))).toBe(true)
  })
})
