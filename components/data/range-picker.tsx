'use client'

import { CalendarDays } from 'lucide-react'
import { lazy } from 'react'
import { Button } from '@/components/ui/button'
import { OnFirstUse } from '@/components/ui/on-first-use'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Day } from '@/lib/analytics/day'
import { presetOf, type Range } from '@/lib/analytics/range'
import { formatDayRange } from '@/lib/format'
import { useUrlState } from './use-url-state'

const load = () => import('./range-popover').then((m) => ({ default: m.RangePopover }))
const RangePopover = lazy(load)

const presets = [
  { value: '7', label: '7 d' },
  { value: '30', label: '30 d' },
  { value: '90', label: '90 d' },
  { value: '365', label: '1 y' },
] as const

/** The time looked at: four presets and any two days. `today` is the workspace's. */
export function RangePicker({ range, today }: { range: Range; today: Day }) {
  const [, change] = useUrlState()
  const preset = presetOf(range, today)
  const choose = (next: Range) => void change({ from: next.from, to: next.to, range: null })
  const button = (
    <Button className="max-sm:w-full">
      <CalendarDays strokeWidth={1.5} aria-hidden />
      {formatDayRange(range.from, range.to)}
    </Button>
  )
  return (
    <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
      <SegmentedControl
        legend="Time"
        className="max-sm:flex-1"
        options={presets}
        value={presets.find((option) => option.value === String(preset))?.value ?? null}
        onValueChange={(value) => void change({ range: value, from: null, to: null })}
      />
      <OnFirstUse trigger={button} popup="dialog" preload={load}>
        <RangePopover trigger={button} range={range} today={today} onChoose={choose} />
      </OnFirstUse>
    </div>
  )
}
