import type { ComponentProps } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { Pager } from './pager'

/** The pager at the foot of a long list, with its keys. */
export function ListPager(props: Omit<ComponentProps<typeof Pager>, 'children'>) {
  return (
    <div className="sticky bottom-0 z-1 mt-auto border-t border-border bg-canvas px-4 md:px-6">
      <Pager {...props}>
        <span aria-hidden className="flex items-center gap-1 max-md:hidden">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>x</Kbd> select
        </span>
      </Pager>
    </div>
  )
}
