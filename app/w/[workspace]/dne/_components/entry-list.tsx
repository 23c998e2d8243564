'use client'

import { use } from 'react'
import { RefetchArea } from '@/components/data/refetch'
import { SelectionBar } from '@/components/data/selection-bar'
import { useListKeys } from '@/components/data/use-list-keys'
import { useSelection } from '@/components/data/use-selection'
import type { DneFilter } from '@/lib/dne/filter'
import type { Counted } from '../list'
import { ExportButton } from '../../_export/export-button'
import { EntryTable } from './entry-table'
import { RemoveButton } from './remove-dialog'
import type { ShownEntry } from './row'

interface Props {
  slug: string
  rows: readonly ShownEntry[]
  sort: string
  filter: DneFilter
  /** The filter as the query of an address; another one ends the selection. */
  query: string
  matching: Promise<Counted>
  mayChange: boolean
}

/** The table with its keys and its selection: j and k move, x selects, Enter opens. */
export function EntryList({ slug, rows, sort, filter, query, matching, mayChange }: Props) {
  const ids = rows.map((row) => row.id)
  const selection = useSelection(ids, query)
  useListKeys(ids, mayChange ? selection.toggle : () => undefined)
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
  const count = selection.everything ? all.count : ids.length
  return (
    <SelectionBar
      selected={count}
      matching={all.count}
      atLeast={!all.exact}
      everything={selection.everything}
      onSelectAll={selection.selectEverything}
      onClear={selection.clear}
      className="bottom-16"
    >
      <RemoveButton
        slug={slug}
        size="sm"
        variant="quiet"
        count={selection.everything && !all.exact ? null : count}
        select={selection.everything ? { filter } : { ids }}
        onDone={selection.clear}
      />
      <ExportButton
        slug={slug}
        of="dne"
        size="sm"
        variant="quiet"
        query={selection.everything ? query : `ids=${ids.join(',')}`}
      >
        Export
      </ExportButton>
    </SelectionBar>
  )
}
