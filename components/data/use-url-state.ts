'use client'

import { useQueryStates } from 'nuqs'
import { filterParsers } from './filter-params'
import { useRefetch } from './refetch'

/** The URL's state and its setter: a change goes into the history, asks the server anew and leaves the page of a list. */
export function useUrlState() {
  const { start } = useRefetch()
  const [state, set] = useQueryStates(filterParsers, {
    shallow: false,
    history: 'push',
    startTransition: start,
  })
  const change = (next: Parameters<typeof set>[0] & object) => set({ cursor: null, ...next })
  return [state, change] as const
}
