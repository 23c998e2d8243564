'use client'

import { useState } from 'react'

interface Chosen {
  query: string
  ids: ReadonlySet<string>
  everything: boolean
}

/** What is selected, over several pages of one filter; another filter ends it. */
export function useSelection(onPage: readonly string[], query: string) {
  const none: Chosen = { query, ids: new Set(), everything: false }
  const [stored, set] = useState<Chosen>(none)
  const now = stored.query === query ? stored : none
  const put = (ids: Iterable<string>) => set({ query, ids: new Set(ids), everything: false })
  return {
    ids: now.ids,
    everything: now.everything,
    has: (id: string) => now.everything || now.ids.has(id),
    clear: () => set(none),
    selectEverything: () => set({ query, ids: new Set(), everything: true }),
    toggle: (id: string) => {
      const ids = new Set(now.everything ? onPage : now.ids)
      if (!ids.delete(id)) ids.add(id)
      put(ids)
    },
    toggleAll: () => {
      if (now.everything) return set(none)
      const all = onPage.every((id) => now.ids.has(id))
      put(all ? [...now.ids].filter((id) => !onPage.includes(id)) : [...now.ids, ...onPage])
    },
  }
}

export type Selection = ReturnType<typeof useSelection>
