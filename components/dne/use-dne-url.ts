'use client'

import { useQueryStates } from 'nuqs'
import { useRefetch } from '@/components/data/refetch'
import { dneParsers } from './dne-params'

/** The list's state in the URL and its setter: a change goes into the history, asks the server anew and leaves the page of the list. */
export function useDneUrl() {
  const { start } = useRefetch()
  const [state, set] = useQueryStates(dneParsers, { shallow: false, history: 'push', startTransition: start })
  const change = (next: Parameters<typeof set>[0] & object) => set({ cursor: null, ...next })
  return [state, change] as const
}
