'use client'

import { useEffect, type ComponentProps, type ReactElement, type ReactNode } from 'react'
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
        <Chip
          key={chip.key}
          name={chip.name}
          value={chip.value}
          removeLabel={`Remove the filter ${chip.name}`}
          onRemove={() => void change({ [chip.key]: null })}
        />
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
  const picker = (trigger: ReactElement<ComponentProps<'button'>>) => (
    <FilterPicker
      dimension={dimension}
      chosen={chosen}
      onChange={onChange}
      optionsUrl={`/api/w/${slug}/filter-options`}
      trigger={trigger}
    />
  )
  const { name } = dimension
  const labels = chosen.map((value) => optionLabel(dimension, value))
  if (labels.length === 0) return picker(<AddChip>{name}</AddChip>)
  const value = picker(
    <button type="button" className="max-w-56 truncate font-medium hover:underline" title={labels.join(', ')}>
      {labels.length === 1 ? labels[0] : `${labels[0]} + ${labels.length - 1}`}
    </button>,
  )
  return (
    <Chip name={name} value={value} removeLabel={`Remove the filter ${name}`} onRemove={() => onChange([])} />
  )
}

function useEscape(active: boolean, clear: () => void) {
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
