'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'

const parsers = { bounce: parseAsString, cursor: parseAsString }

/** Which bounce is open, as the URL has it; opening keeps the list's place, stepping does not fill the history. */
export function useOpenBounce() {
  const [pending, startTransition] = useTransition()
  const [{ bounce }, set] = useQueryStates(parsers, { shallow: false, scroll: false, startTransition })
  return {
    open: bounce,
    pending,
    /** Opens a bounce. */
    show: (key: string) => void set({ bounce: key }, { history: bounce ? 'replace' : 'push' }),
    /** Goes to a neighbour, with the list's page where it stands on another one. */
    step: (key: string, cursor: string | null) =>
      void set(cursor ? { bounce: key, cursor } : { bounce: key }, { history: 'replace' }),
    close: () => void set({ bounce: null }, { history: 'push' }),
  }
}
