'use client'

import Link from 'next/link'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { SelectCell, selectColumn } from '@/components/data/select-column'
import type { Selection } from '@/components/data/use-selection'
import { ReasonLabel, ScopeLabel } from '@/components/dne/reason-label'
import { shownValue } from '@/lib/dne/erased'
import type { ShownEntry } from './row'

interface Props {
  slug: string
  rows: readonly ShownEntry[]
  sort: string
  /** Null for people who may only look. */
  selection: Selection | null
}

/** The entries, one a row: who, why, from where, until when. */
export function EntryTable({ slug, rows, sort, selection }: Props) {
  const columns: Column[] = [
    ...selectColumn(
      selection,
      rows.map((row) => row.id),
    ),
    { id: 'value', label: 'Address or domain', sort: 'value' },
    { id: 'reason', label: 'Why', width: 190 },
    { id: 'source', label: 'Added by', width: 130 },
    { id: 'until', label: 'Ends', width: 150, sort: 'until' },
    { id: 'added', label: 'Added', width: 120, align: 'right', sort: 'added' },
  ]
  return (
    <TableScroll label="Do Not Email list">
      <DataTable
        caption="Who must not get your mail"
        columns={columns}
        sort={sort}
        cards
        className="sm:min-w-[860px] md:[&_tr>:first-child]:pl-6 md:[&_tr>:last-child]:pr-6"
      >
        {rows.map((row) => (
          <tr key={row.id} aria-selected={selection?.has(row.id) ?? undefined}>
            <SelectCell selection={selection} id={row.id} name={shownValue(row.value)} />
            <RowHead>
              <span className="flex min-w-0 items-center gap-2">
                <Link
                  id={`row-${row.id}`}
                  href={`/w/${slug}/dne/${row.id}`}
                  prefetch={false}
                  data-inner-focus
                  className="hover-line truncate"
                  title={shownValue(row.value)}
                >
                  {shownValue(row.value)}
                </Link>
                <ScopeLabel scope={row.scope} />
              </span>
            </RowHead>
            <Cell card="wide">
              <span className="flex min-w-0 items-center gap-2">
                {row.reasons.slice(0, 2).map(({ reason, category }) => (
                  <ReasonLabel key={reason} reason={reason} category={category} />
                ))}
                {row.reasons.length > 2 && <span className="text-muted">+ {row.reasons.length - 2}</span>}
              </span>
            </Cell>
            <Cell card="hide" className="truncate text-muted" title={row.source}>
              {row.source}
            </Cell>
            <Cell card="wide" className={row.until ? '' : 'text-muted'}>
              {row.until && <span className="sm:hidden">ends </span>}
              {row.until || 'For good'}
            </Cell>
            <Cell num card="corner" className="text-muted" title={row.addedFull}>
              {row.added}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </TableScroll>
  )
}
