'use client'

import { ChevronDown, ListFilter } from 'lucide-react'
import { createContext, use, useState, type ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

const Folded = createContext<{ open: boolean; toggle: () => void }>({ open: true, toggle: () => undefined })

/** On a phone, what narrows a page folds away behind one button, so that the first rows are in sight; wider it all stands there. */
export function FoldProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return <Folded value={{ open, toggle: () => setOpen(!open) }}>{children}</Folded>
}

/** The button; it says what is in force while the rest is out of sight. */
export function FoldButton({ children }: { children?: ReactNode }) {
  const { open, toggle } = use(Folded)
  return (
    <button
      type="button"
      aria-expanded={open}
      data-print="hide"
      className={buttonClass({}, 'w-full justify-start sm:hidden')}
      onClick={toggle}
    >
      <ListFilter strokeWidth={1.5} aria-hidden />
      {children && <span className="sr-only">Filters: </span>}
      <span className="min-w-0 truncate">{children || 'Filters'}</span>
      <ChevronDown strokeWidth={1.5} aria-hidden className={cn('ml-auto', open && 'rotate-180')} />
    </button>
  )
}

/** What folds away. */
export function Fold({ children, className }: { children: ReactNode; className?: string }) {
  const { open } = use(Folded)
  return <div className={cn(className, !open && 'max-sm:hidden')}>{children}</div>
}
