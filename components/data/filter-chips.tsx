'use client'

import type { ReactNode } from 'react'
import { AddChip, Chip } from '@/components/ui/chip'
import { DimensionChip } from './dimension-chip'
import type { Dimension } from './filter-dimension'
import { useEscape } from './use-escape'
import { useUrlState } from './use-url-state'

export interface ExtraChip {
  key: 'reply' | 'import'
  name: string
  value: string
}

interface Props {
  slug: string
  dimensions: readonly Dimension[]
  extra: readonly ExtraChip[]
  /** Offers the filter for reports that may be forged; where it is in force it stands there anyway. */
  unverified?: boolean
  children?: ReactNode
}

const NONE = {
  account: null,
  category: null,
  family: null,
  provider: null,
  campaign: null,
  type: null,
  reply: null,
  import: null,
  unverified: null,
}

/** The client half of the filter bar. */
export function FilterChips({ slug, dimensions, extra, unverified = false, children }: Props) {
  const [state, change] = useUrlState()
  const only = state.unverified !== null
  const active = only || extra.length > 0 || dimensions.some(({ key }) => (state[key] ?? []).length > 0)
  const clear = () => void change(NONE)
  useEscape(active, clear)
  return (
    <div role="group" aria-label="Filters" data-print="hide" className="flex flex-wrap items-center gap-2">
      {extra.map((chip) => (
        <Chip key={chip.key} name={chip.name} onRemove={() => void change({ [chip.key]: null })}>
          <span className="max-w-56 truncate font-medium">{chip.value}</span>
        </Chip>
      ))}
      {dimensions.map((dimension) => (
        <DimensionChip
          key={dimension.key}
          dimension={dimension}
          optionsUrl={`/api/w/${slug}/filter-options`}
          chosen={state[dimension.key] ?? []}
          onChange={(values) => void change({ [dimension.key]: values.length > 0 ? values : null })}
        />
      ))}
      {(unverified || only) && (
        <Chip name="Report" onRemove={only ? () => void change({ unverified: null }) : undefined}>
          {only ? (
            <span className="font-medium">Unverified</span>
          ) : (
            <AddChip onClick={() => void change({ unverified: '1' })}>Unverified</AddChip>
          )}
        </Chip>
      )}
      {children}
    </div>
  )
}
