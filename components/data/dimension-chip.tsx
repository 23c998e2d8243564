'use client'

import { AddChip, Chip } from '@/components/ui/chip'
import { optionLabel, type Dimension } from './filter-dimension'
import { FilterPicker } from './filter-picker'

interface Props<K extends string> {
  dimension: Dimension<K>
  chosen: readonly string[]
  onChange: (values: string[]) => void
  /** Where the options of a dimension that asks for them come from. */
  optionsUrl: string
}

/** One filter: what it is set to and a cross, or the offer to set it. */
export function DimensionChip<K extends string>({ dimension, chosen, onChange, optionsUrl }: Props<K>) {
  const { name } = dimension
  const labels = chosen.map((value) => optionLabel(dimension, value))
  const on = labels.length > 0
  return (
    <Chip name={name} onRemove={on ? () => onChange([]) : undefined}>
      <FilterPicker
        dimension={dimension}
        chosen={chosen}
        onChange={onChange}
        optionsUrl={optionsUrl}
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
