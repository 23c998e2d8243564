'use client'

import { DayPicker, type DateRange } from '@daypicker/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Day } from '@/lib/analytics/day'
import type { Range } from '@/lib/analytics/range'
import { formatDayRange } from '@/lib/format'

interface Props {
  range: Range
  today: Day
  onChoose: (range: Range) => void
}

// The calendar works with local dates; only their year, month and day matter.
const toDate = (day: Day) => new Date(`${day}T12:00:00`)
const pad = (n: number) => String(n).padStart(2, '0')
const toDay = (date: Date): Day => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`

const classNames = {
  root: 'relative',
  months: 'grid gap-4',
  month_caption: 'flex h-8 items-center px-1 text-13 font-semibold',
  nav: 'absolute top-0 right-0 flex gap-1',
  button_previous:
    'grid size-8 place-items-center rounded-md hover:bg-hover disabled:opacity-40 [&_svg]:size-4 [&_svg]:fill-current',
  button_next:
    'grid size-8 place-items-center rounded-md hover:bg-hover disabled:opacity-40 [&_svg]:size-4 [&_svg]:fill-current',
  month_grid: 'border-collapse',
  weekday: 'size-9 text-12 font-normal text-muted',
  day: 'size-9 p-0 text-center text-13',
  day_button: 'size-9 rounded-md hover:bg-hover disabled:opacity-40',
  today: 'font-semibold underline underline-offset-4',
  selected: 'bg-selected',
  range_start: 'rounded-l-md [&>button]:bg-solid [&>button]:text-on-solid',
  range_end: 'rounded-r-md [&>button]:bg-solid [&>button]:text-on-solid',
  disabled: 'text-muted',
  outside: 'text-muted',
}

/** Two days out of a calendar; nothing after today. */
export function RangeCalendar({ range, today, onChoose }: Props) {
  const [chosen, setChosen] = useState<DateRange | undefined>({
    from: toDate(range.from),
    to: toDate(range.to),
  })
  const complete = chosen?.from && chosen.to ? { from: toDay(chosen.from), to: toDay(chosen.to) } : null
  return (
    <div className="grid gap-3">
      <DayPicker
        mode="range"
        resetOnSelect
        weekStartsOn={1}
        selected={chosen}
        onSelect={setChosen}
        defaultMonth={toDate(range.to)}
        today={toDate(today)}
        disabled={{ after: toDate(today) }}
        classNames={classNames}
      />
      <div className="flex items-center gap-2">
        <p aria-live="polite" className="flex-1 text-12 text-muted">
          {complete ? formatDayRange(complete.from, complete.to) : 'Choose the last day'}
        </p>
        <Button variant="primary" disabled={!complete} onClick={() => complete && onChoose(complete)}>
          Show
        </Button>
      </div>
    </div>
  )
}
