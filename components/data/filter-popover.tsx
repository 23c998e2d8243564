'use client'

import type { ComponentProps, ReactElement } from 'react'
import { Popover } from '@/components/ui/popover'
import { FilterChoices } from './filter-choices'

interface Props extends ComponentProps<typeof FilterChoices> {
  trigger: ReactElement
}

/** The picker with its choices, open from the start: it is loaded when its trigger is first used. */
export function FilterPopover({ trigger, ...choices }: Props) {
  return (
    <Popover
      label={`Filter by ${choices.dimension.name.toLowerCase()}`}
      trigger={trigger}
      defaultOpen
      className="w-72"
    >
      <FilterChoices {...choices} />
    </Popover>
  )
}
