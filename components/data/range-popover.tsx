'use client'

import { useState, type ComponentProps, type ReactElement } from 'react'
import { Popover } from '@/components/ui/popover'
import { RangeCalendar } from './range-calendar'

interface Props extends ComponentProps<typeof RangeCalendar> {
  trigger: ReactElement
}

/** The calendar in its popover, open from the start: it is loaded when its button is first used. */
export function RangePopover({ trigger, onChoose, ...calendar }: Props) {
  const [open, setOpen] = useState(true)
  return (
    <Popover
      label="Choose the days"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="p-3"
      trigger={trigger}
    >
      <RangeCalendar
        {...calendar}
        onChoose={(range) => {
          setOpen(false)
          onChoose(range)
        }}
      />
    </Popover>
  )
}
