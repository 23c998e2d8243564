'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { AddChip, Chip } from '@/components/ui/chip'
import { InputField } from '@/components/ui/labelled'
import { Popover } from '@/components/ui/popover'
import { formatDay, formatDayRange } from '@/lib/format'

interface Props {
  from: string | null
  to: string | null
  today: string
  onChange: (days: { from: string | null; to: string | null }) => void
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Entries by the days on which they were added. */
export function AddedChip({ from, to, today, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const said = words(from, to)
  const off = () => onChange({ from: null, to: null })
  return (
    <Chip name="Added" onRemove={said ? off : undefined}>
      <Popover
        label="Filter by the day it was added"
        open={open}
        onOpenChange={setOpen}
        className="w-64"
        trigger={
          said ? (
            <button type="button" aria-label={`Added: ${said}`} className="font-medium hover:underline">
              {said}
            </button>
          ) : (
            <AddChip>Added</AddChip>
          )
        }
      >
        <form
          className="grid gap-3 p-1"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            const day = (name: string) => {
              const text = data.get(name)
              return typeof text === 'string' && DAY.test(text) ? text : null
            }
            onChange({ from: day('from'), to: day('to') })
            setOpen(false)
          }}
        >
          <InputField label="From" type="date" name="from" max={today} defaultValue={from ?? ''} />
          <InputField label="To" type="date" name="to" max={today} defaultValue={to ?? ''} />
          <Button type="submit" variant="primary">
            Show these days
          </Button>
        </form>
      </Popover>
    </Chip>
  )
}

function words(from: string | null, to: string | null): string | null {
  if (from && to) return formatDayRange(from, to)
  if (from) return `since ${formatDay(from, 'full')}`
  return to ? `until ${formatDay(to, 'full')}` : null
}
