'use client'

import { createContext, use, useMemo, useState, type ReactNode } from 'react'

interface Selection {
  /** Categories taken out of the batch. */
  without: ReadonlySet<string>
  toggle: (category: string) => void
  setAll: (categories: readonly string[], on: boolean) => void
}

const SelectionContext = createContext<Selection | null>(null)

/** Around the ready groups and the new batch: which groups go. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const value = useMemo<Selection>(
    () => ({
      without,
      toggle: (category) =>
        setWithout((now) => {
          const next = new Set(now)
          if (!next.delete(category)) next.add(category)
          return next
        }),
      setAll: (categories, on) => setWithout(new Set(on ? [] : categories)),
    }),
    [without],
  )
  return <SelectionContext value={value}>{children}</SelectionContext>
}

/** Which groups go, and how to change it. */
export function useSelection(): Selection {
  const selection = use(SelectionContext)
  if (!selection) throw new Error('useSelection needs its provider')
  return selection
}
