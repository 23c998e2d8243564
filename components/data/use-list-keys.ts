'use client'

import { useShortcuts } from '@/components/shell/shortcuts'

/** j and k move through the rows, x selects. The link of each row has the id `row-` and the row's; `open` is the row that is shown beside. */
export function useListKeys(
  ids: readonly string[],
  toggle: (id: string) => void,
  open: string | null = null,
) {
  const current = () => {
    const focused = document.activeElement?.closest('tr')?.querySelector('a[id^="row-"]')?.id.slice(4)
    return ids.indexOf(focused ?? open ?? '')
  }
  const move = (by: number) => {
    const at = current()
    const last = ids.length - 1
    const next = at < 0 ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, at + by))
    document.getElementById(`row-${ids[next]}`)?.focus()
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const id = ids[current()]
      if (id !== undefined) toggle(id)
    },
  })
}
