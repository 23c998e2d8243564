'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/lib/format'

interface Props {
  selected: number
  /** How many the filter matches in all. */
  matching: number
  /** True where counting stopped there, and more match. */
  atLeast?: boolean
  /** Whether the whole filter is selected, not only rows of this page. */
  everything: boolean
  onSelectAll: () => void
  onClear: () => void
  /** What can be done with the selection. */
  children: ReactNode
  className?: string
}

/** What is selected and what can be done with it; sticks to the foot of the list. */
export function SelectionBar({
  selected,
  matching,
  atLeast = false,
  everything,
  onSelectAll,
  onClear,
  children,
  className,
}: Props) {
  if (selected === 0) return null
  return (
    <div
      role="toolbar"
      aria-label="Selection"
      className={cn(
        'sticky bottom-4 z-10 mx-auto my-4 flex w-max max-w-[calc(100%-24px)] flex-wrap items-center gap-1 rounded-lg border border-border-strong bg-raised py-1.5 pr-1.5 pl-3 text-13 shadow-pop',
        className,
      )}
    >
      <strong className="font-semibold whitespace-nowrap" aria-live="polite">
        {everything && atLeast ? `All ${formatCount(selected)} or more` : formatCount(selected)} selected
      </strong>
      {!everything && matching > selected && (
        <Button variant="link" size="sm" onClick={onSelectAll}>
          Select all {formatCount(matching)} {atLeast && 'or more '}matching
        </Button>
      )}
      <span aria-hidden className="mx-1 h-5 w-px bg-border-strong max-sm:hidden" />
      {children}
      <IconButton label="Clear the selection" onClick={onClear}>
        <X aria-hidden strokeWidth={1.5} />
      </IconButton>
    </div>
  )
}
