'use client'

import { useEffect, type ReactNode } from 'react'
import { AddChip, Chip } from '@/components/ui/chip'
import { optionLabel, type Dimension } from './filter-dimension'
import { FilterPicker } from './filter-picker'
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
}

/** The client half of the filter bar. */
export function FilterChips({ slug, dimensions, extra, children }: Props) {
  const [state, change] = useUrlState()
  const active = dimensions.some(({ key }) => (state[key] ?? []).length > 0) || extra.length > 0
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
          slug={slug}
          dimension={dimension}
          chosen={state[dimension.key] ?? []}
          onChange={(values) => void change({ [dimension.key]: values.length > 0 ? values : null })}
        />
      ))}
      {children}
    </div>
  )
}

interface ChipProps {
  slug: string
  dimension: Dimension
  chosen: readonly string[]
  onChange: (values: string[]) => void
}

function DimensionChip({ slug, dimension, chosen, onChange }: ChipProps) {
  const { name } = dimension
  const labels = chosen.map((value) => optionLabel(dimension, value))
  const on = labels.length > 0
  return (
    <Chip name={name} onRemove={on ? () => onChange([]) : undefined}>
      <FilterPicker
        dimension={dimension}
        chosen={chosen}
        onChange={onChange}
        optionsUrl={`/api/w/${slug}/filter-options`}
        trigger={
          on ? (
            <button
              type="button"
              aria-label={`${name}: ${labels.join(', ')}`}
              title={labels.join(', ')}
              className="max-w-56 truncate font-medium hover:underline"
            >
              {labels.length === 1 ? labels[0] : `${labels[0]} + ${labels.length - 1}`}
            </button>
          ) : (
            <AddChip>{name}</AddChip>
          )
        }
      />
    </Chip>
  )
}

/** Takes all filters off at Escape, unless a field or a window wants the key. */
export function useEscape(active: boolean, clear: () => void) {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return
      clear()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
