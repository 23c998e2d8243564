'use client'

import { useSearchParams } from 'next/navigation'
import { use, useState } from 'react'
import { SelectionBar } from '@/components/data/selection-bar'
import { useShortcuts } from '@/components/shell/shortcuts'
import { RefetchArea } from '@/components/data/refetch'
import { TableScroll } from '@/components/data/data-table'
import type { BounceFilter } from '@/lib/analytics/filter'
import { ResubmitButton } from '../../_resubmit/resubmit-button'
import { BounceTable } from './bounce-table'
import type { ExtraColumn } from './columns'
import { ExportButton } from './export-button'
import { ReclassifyButton } from './reclassify-dialog'
import type { ShownRow } from './row'
import { useOpenBounce } from './use-open-bounce'

interface Props {
  slug: string
  caption: string
  rows: readonly ShownRow[]
  extra: readonly ExtraColumn[]
  sort: string
  filter: BounceFilter
  /** The filter as the query of an address; another one ends the selection. */
  query: string
  matching: Promise<number>
  mayAct: boolean
}

/** The table with its keys and its selection: j and k move, x selects, Enter opens. */
export function BounceList(props: Props) {
  const { rows, slug, filter, query, matching, mayAct } = props
  const { open, show } = useOpenBounce()
  const params = useSearchParams()
  const selection = useSelection(rows, query)
  useListKeys(rows, open, mayAct ? selection.toggle : () => undefined)
  const hrefOf = (key: string) => {
    const next = new URLSearchParams(params)
    next.set('bounce', key)
    return `?${next}`
  }
  const chosen = selection.everything ? null : [...selection.keys]
  return (
    <>
      <RefetchArea>
        <TableScroll label="Bounces">
          <BounceTable
            {...props}
            open={open}
            hrefOf={hrefOf}
            onOpen={show}
            selection={
              mayAct
                ? {
                    has: (key) => selection.everything || selection.keys.has(key),
                    toggle: selection.toggle,
                    toggleAll: selection.toggleAll,
                  }
                : null
            }
          />
        </TableScroll>
      </RefetchArea>
      {mayAct && (selection.everything || selection.keys.size > 0) && (
        <Selected matching={matching} selection={selection}>
          {(count) => (
            <>
              <ReclassifyButton
                slug={slug}
                variant="quiet"
                size="sm"
                target={{
                  scope: chosen ? { kind: 'bounces', keys: chosen } : { kind: 'filter', filter },
                  count,
                }}
                onDone={selection.clear}
              />
              <ResubmitButton
                slug={slug}
                variant="quiet"
                size="sm"
                scope={chosen ? { kind: 'keys', keys: chosen } : { kind: 'filter', filter }}
              />
              <ExportButton
                slug={slug}
                variant="quiet"
                size="sm"
                query={chosen ? `keys=${chosen.join(',')}` : query}
              >
                Export
              </ExportButton>
            </>
          )}
        </Selected>
      )}
    </>
  )
}

type Selection = ReturnType<typeof useSelection>

function Selected({
  matching,
  selection,
  children,
}: {
  matching: Promise<number>
  selection: Selection
  children: (count: number) => React.ReactNode
}) {
  const all = use(matching)
  const count = selection.everything ? all : selection.keys.size
  return (
    <SelectionBar
      selected={count}
      matching={all}
      everything={selection.everything}
      onSelectAll={selection.selectEverything}
      onClear={selection.clear}
      className="bottom-16"
    >
      {children(count)}
    </SelectionBar>
  )
}

interface Chosen {
  query: string
  keys: ReadonlySet<string>
  everything: boolean
}

/** What is selected, over several pages of one filter. */
function useSelection(rows: readonly ShownRow[], query: string) {
  const none: Chosen = { query, keys: new Set(), everything: false }
  const [stored, set] = useState<Chosen>(none)
  const now = stored.query === query ? stored : none
  const put = (keys: Iterable<string>) => set({ query, keys: new Set(keys), everything: false })
  const onPage = rows.map((row) => row.key)
  return {
    keys: now.keys,
    everything: now.everything,
    clear: () => set(none),
    selectEverything: () => set({ query, keys: new Set(), everything: true }),
    toggle: (key: string) => {
      const keys = new Set(now.everything ? onPage : now.keys)
      if (!keys.delete(key)) keys.add(key)
      put(keys)
    },
    toggleAll: () => {
      if (now.everything) return set(none)
      const all = onPage.every((key) => now.keys.has(key))
      put(all ? [...now.keys].filter((key) => !onPage.includes(key)) : [...now.keys, ...onPage])
    },
  }
}

function useListKeys(rows: readonly ShownRow[], open: string | null, toggle: (key: string) => void) {
  const current = () => {
    const focused = document.activeElement?.closest('tr')?.querySelector('a[id^="row-"]')?.id.slice(4)
    return rows.findIndex((row) => row.key === (focused ?? open))
  }
  const move = (by: number) => {
    const at = current()
    const next =
      rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) document.getElementById(`row-${next.key}`)?.focus()
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const row = rows[current()]
      if (row) toggle(row.key)
    },
  })
}
