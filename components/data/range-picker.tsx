'use client'

import dynamic from 'next/dynamic'
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import type { Day } from '@/lib/analytics/day'
import { presetOf, type Range } from '@/lib/analytics/range'
import { formatDayRange } from '@/lib/format'
import { useUrlState } from './use-url-state'

const RangeCalendar = dynamic(() => import('./range-calendar').then((m) => m.RangeCalendar), {
  ssr: false,
  loading: () => <Skeleton className="h-80 w-72" />,
})

const presets = [
  { value: '7', label: '7 d' },
  { value: '30', label: '30 d' },
  { value: '90', label: '90 d' },
  { value: '365', label: '1 y' },
] as const

/** The time looked at: four presets and any two days. `today` is the workspace's. */
export function RangePicker({ range, today }: { range: Range; today: Day }) {
  const [, change] = useUrlState()
  const [open, setOpen] = useState(false)
  const preset = presetOf(range, today)
  return (
    <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
      <SegmentedControl
        legend="Time"
        className="max-sm:flex-1"
        options={presets}
        value={presets.find((option) => option.value === String(preset))?.value ?? null}
        onValueChange={(value) => void change({ range: value, from: null, to: null })}
      />
      <Popover
        label="Choose the days"
        align="end"
        open={open}
        onOpenChange={setOpen}
        className="p-3"
        trigger={
          <Button className="max-sm:w-full">
            <CalendarDays strokeWidth={1.5} aria-hidden />
            {formatDayRange(range.from, range.to)}
          </Button>
        }
      >
        <RangeCalendar
          range={range}
          today={today}
          onChoose={(next) => {
            setOpen(false)
            void change({ from: next.from, to: next.to, range: null })
          }}
        />
      </Popover>
    </div>
  )
}
