'use client'

import { lazy, type ComponentProps, type ReactElement } from 'react'
import { OnFirstUse } from '@/components/ui/on-first-use'
import type { FilterPopover as Loaded } from './filter-popover'

const load = () => import('./filter-popover').then((m) => ({ default: m.FilterPopover }))
const FilterPopover = lazy(load)

interface Props extends Omit<ComponentProps<typeof Loaded>, 'trigger'> {
  trigger: ReactElement<ComponentProps<'button'>>
}

/** A popover of values to filter by; its code comes when it is first used. */
export function FilterPicker(props: Props) {
  return (
    <OnFirstUse trigger={props.trigger} popup="dialog" preload={load}>
      <FilterPopover {...props} />
    </OnFirstUse>
  )
}
