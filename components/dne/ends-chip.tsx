'use client'

import { AddChip, Chip } from '@/components/ui/chip'
import { Menu, MenuItem } from '@/components/ui/menu'

const CHOICES = [
  { value: 'good', label: 'For good' },
  { value: 'holds', label: 'Has an end' },
  { value: '1', label: 'Within a day' },
  { value: '7', label: 'Within 7 days' },
  { value: '30', label: 'Within 30 days' },
] as const

type Ends = (typeof CHOICES)[number]['value']

interface Props {
  value: Ends | null
  onChange: (value: Ends | null) => void
}

/** Entries by when they end. */
export function EndsChip({ value, onChange }: Props) {
  const label = CHOICES.find((choice) => choice.value === value)?.label
  return (
    <Chip name="Ends" onRemove={label ? () => onChange(null) : undefined}>
      <Menu
        trigger={
          label ? (
            <button type="button" aria-label={`Ends: ${label}`} className="font-medium hover:underline">
              {label}
            </button>
          ) : (
            <AddChip>Ends</AddChip>
          )
        }
      >
        {CHOICES.map((choice) => (
          <MenuItem key={choice.value} onSelect={() => onChange(choice.value)}>
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </Chip>
  )
}
