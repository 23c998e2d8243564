'use client'

import { use } from 'react'
import { RefetchArea } from '@/components/data/refetch'
import { SelectionBar } from '@/components/data/selection-bar'
import { useShortcuts } from '@/components/shell/shortcuts'
import type { DneFilter } from '@/lib/dne/filter'
import { EntryTable } from './entry-table'
import { ExportButton } from './export-button'
import { RemoveButton } from './remove-dialog'
import type { ShownEntry } from './row'
import { useSelection } from './use-selection'

interface Props {
  slug: string
  rows: readonly ShownEntry[]
  sort: string
  filter: DneFilter
  /** The filter as the query of an address; another one ends the selection. */
  query: string
  /** 0 where they are too many to count. */
  matching: Promise<number>
  mayChange: boolean
}

/** The table with its keys and its selection: j and k move, x selects, Enter opens. */
export function EntryList({ slug, rows, sort, filter, query, matching, mayChange }: Props) {
  const selection = useSelection(
    rows.map((row) => row.id),
    query,
  )
  useListKeys(rows, mayChange ? selection.toggle : () => undefined)
  return (
    <>
      <RefetchArea>
        <EntryTable slug={slug} rows={rows} sort={sort} selection={mayChange ? selection : null} />
      </RefetchArea>
      {mayChange && (selection.everything || selection.ids.size > 0) && (
        <Selected slug={slug} filter={filter} query={query} matching={matching} selection={selection} />
      )}
    </>
  )
}

type SelectedProps = Pick<Props, 'slug' | 'filter' | 'query' | 'matching'> & {
  selection: ReturnType<typeof useSelection>
}

function Selected({ slug, filter, query, matching, selection }: SelectedProps) {
  const all = use(matching)
  const ids = [...selection.ids]
  const count = selection.everything ? all : ids.length
  return (
    <SelectionBar
      selected={count}
      matching={all}
      everything={selection.everything}
      onSelectAll={selection.selectEverything}
      onClear={selection.clear}
      className="bottom-16"
    >
      <RemoveButton
        slug={slug}
        size="sm"
        variant="quiet"
        count={count}
        select={selection.everything ? { filter } : { ids }}
        onDone={selection.clear}
      />
      <ExportButton
        slug={slug}
        size="sm"
        variant="quiet"
        query={selection.everything ? query : `ids=${ids.join(',')}`}
      >
        Export
      </ExportButton>
    </SelectionBar>
  )
}

function useListKeys(rows: readonly ShownEntry[], toggle: (id: string) => void) {
  const current = () => {
    const focused = document.activeElement?.closest('tr')?.querySelector('a[id^="row-"]')?.id.slice(4)
    return rows.findIndex((row) => row.id === focused)
  }
  const move = (by: number) => {
    const at = current()
    const next =
      rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) document.getElementById(`row-${next.id}`)?.focus()
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const row = rows[current()]
      if (row) toggle(row.id)
    },
  })
}
