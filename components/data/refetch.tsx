'use client'

import {
  createContext,
  use,
  useMemo,
  useTransition,
  type ReactNode,
  type TransitionStartFunction,
} from 'react'
import { cn } from '@/components/ui/cn'

interface Refetch {
  pending: boolean
  start: TransitionStartFunction
}

const RefetchContext = createContext<Refetch>({ pending: false, start: (act) => void act() })

/** Around a page whose figures follow the URL: changes made by `useRefetch().start` dim the old data until the new is there. */
export function RefetchProvider({ children }: { children: ReactNode }) {
  const [pending, start] = useTransition()
  const value = useMemo(() => ({ pending, start }), [pending, start])
  return <RefetchContext value={value}>{children}</RefetchContext>
}

/** Whether new data is on its way, and the transition that fetches it. */
export function useRefetch(): Refetch {
  return use(RefetchContext)
}

/** Data that dims while newer is on its way; told to screen readers. */
export function RefetchArea({ children, className }: { children: ReactNode; className?: string }) {
  const { pending } = useRefetch()
  return (
    <div
      aria-busy={pending}
      className={cn('transition-opacity duration-150', pending && 'opacity-55 delay-150', className)}
    >
      {children}
    </div>
  )
}
