'use client'

import { DimensionChip } from '@/components/data/dimension-chip'
import type { Dimension } from '@/components/data/filter-dimension'
import { useEscape } from '@/components/data/use-escape'
import { CATEGORIES } from '@/lib/bounce/categories'
import { REASON_NAMES, REASONS, SOURCE_NAMES, SOURCES } from '@/lib/dne/entry'
import { AddedChip } from './added-chip'
import { EndsChip } from './ends-chip'
import { useDneUrl } from './use-dne-url'

type Key = 'reason' | 'category' | 'source' | 'by'

const FIXED: readonly Dimension<Key>[] = [
  {
    key: 'reason',
    name: 'Reason',
    asked: false,
    options: REASONS.map((value) => ({ value, label: REASON_NAMES[value] })),
  },
  {
    key: 'category',
    name: 'Category',
    asked: false,
    options: CATEGORIES.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    key: 'source',
    name: 'Source',
    asked: false,
    options: SOURCES.map((value) => ({ value, label: SOURCE_NAMES[value] })),
  },
]

const NONE = { reason: null, category: null, source: null, by: null, from: null, to: null, ends: null }

/** What narrows the list, as chips; Escape takes all off. */
export function DneFilters({
  people,
  today,
}: {
  people: readonly { id: string; name: string }[]
  today: string
}) {
  const [state, change] = useDneUrl()
  const by: Dimension<Key> = {
    key: 'by',
    name: 'Added by',
    asked: false,
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  }
  const active = Object.keys(NONE).some((key) => {
    const value = state[key as keyof typeof NONE]
    return Array.isArray(value) ? value.length > 0 : value !== null
  })
  useEscape(active, () => void change(NONE))
  return (
    <div role="group" aria-label="Filters" data-print="hide" className="flex flex-wrap items-center gap-2">
      {[...FIXED, by].map((dimension) => (
        <DimensionChip
          key={dimension.key}
          dimension={dimension}
          optionsUrl=""
          chosen={state[dimension.key] ?? []}
          onChange={(values) => void change({ [dimension.key]: values.length > 0 ? values : null })}
        />
      ))}
      <AddedChip from={state.from} to={state.to} today={today} onChange={(days) => void change(days)} />
      <EndsChip value={state.ends} onChange={(ends) => void change({ ends })} />
    </div>
  )
}
