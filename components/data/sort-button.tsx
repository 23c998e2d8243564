'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useUrlState } from './use-url-state'

interface Props {
  name: string
  direction: 'ascending' | 'descending' | null
  children: ReactNode
}

/** Sorts by its column: descending first, then the other way round. Stands in a `th` with `aria-sort`. */
export function SortButton({ name, direction, children }: Props) {
  const [, change] = useUrlState()
  const next = direction === 'descending' ? name : `-${name}`
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      onClick={() => void change({ sort: next })}
      className="-mx-1 inline-flex h-6 items-center gap-0.5 rounded-sm px-1 font-medium hover:text-text"
    >
      {children}
      {direction && <Arrow className="size-3" strokeWidth={1.5} aria-hidden />}
    </button>
  )
}
