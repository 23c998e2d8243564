'use client'

import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll } from '@/components/data/data-table'
import { SelectCell, selectColumn } from '@/components/data/select-column'
import { SelectionBar } from '@/components/data/selection-bar'
import { useSelection } from '@/components/data/use-selection'
import { Badge } from '@/components/ui/badge'
import type { SuggestionFilter } from '@/db/queries/dne/list-suggestions'
import type { QueuedKind } from '@/db/queries/dne/suggested'
import { formatCount } from '@/lib/format'
import { DecideButton } from './decide-button'

interface Shown {
  id: string
  value: string
  category: string
  kind: QueuedKind
  why: string
  last: string
  bounces: number
  correction: string | null
}

interface Props {
  slug: string
  rows: readonly Shown[]
  filter: SuggestionFilter
  matching: number
  mayDecide: boolean
}

/** What waits, with a yes and a no for each, for some, or for all at once. */
export function Queue({ slug, rows, filter, matching, mayDecide }: Props) {
  const onPage = rows.map((row) => row.id)
  const selection = useSelection(onPage, '')
  const ids = [...selection.ids]
  const count = selection.everything ? matching : ids.length
  const select = selection.everything ? { all: filter } : { ids }
  return (
    <div className="min-w-0">
      <TableScroll label="Suggestions">
        <DataTable
          caption="Addresses suggested for the list"
          cards
          className="sm:min-w-[820px]"
          columns={[
            ...selectColumn(mayDecide ? selection : null, onPage, 36),
            { id: 'value', label: 'Address' },
            { id: 'cause', label: 'Cause', width: 170 },
            { id: 'bounces', label: 'Bounces', width: 80, align: 'right' as const },
            { id: 'last', label: 'Last', width: 150 },
            ...(mayDecide ? [{ id: 'act', label: 'Decide', width: 150, hideLabel: true }] : []),
          ]}
        >
          {rows.map((row) => (
            <tr
              key={row.id}
              aria-selected={mayDecide ? selection.has(row.id) : undefined}
              className="sm:[&>*]:h-auto sm:[&>*]:py-1.5"
            >
              <SelectCell selection={mayDecide ? selection : null} id={row.id} name={row.value} />
              <RowHead className="max-sm:col-span-full">
                <Link
                  href={`/w/${slug}/dne/${row.id}`}
                  prefetch={false}
                  className="hover-line block wrap-anywhere sm:truncate"
                  title={row.value}
                >
                  {row.value}
                </Link>
                <span className="block text-12 font-normal text-muted sm:truncate" title={row.why}>
                  {row.correction ? `Mistyped? ${row.correction} is well known` : row.why}
                </span>
              </RowHead>
              <Cell card="wide">
                {row.category ? (
                  <CategoryLabel category={row.category} short />
                ) : (
                  <Badge>{row.kind === 'complaint' ? 'Complaint' : 'Unsubscribe'}</Badge>
                )}
              </Cell>
              <Cell
                num
                card={row.bounces > 0 ? 'line' : 'hide'}
                cardLabel={row.bounces === 1 ? 'bounce' : 'bounces'}
                className="max-sm:text-left"
              >
                {formatCount(row.bounces)}
              </Cell>
              <Cell className="text-muted">
                <span className="sm:hidden">last </span>
                {row.last}
              </Cell>
              {mayDecide && (
                <Cell
                  card="wide"
                  className="text-right text-clip max-sm:order-4 max-sm:-ml-1 max-sm:text-left"
                >
                  <DecideButton
                    slug={slug}
                    decide="accept"
                    select={{ ids: [row.id] }}
                    count={1}
                    about={row.value}
                  />
                  <DecideButton
                    slug={slug}
                    decide="dismiss"
                    select={{ ids: [row.id] }}
                    count={1}
                    about={row.value}
                  />
                </Cell>
              )}
            </tr>
          ))}
        </DataTable>
      </TableScroll>
      {mayDecide && count > 0 && (
        <SelectionBar
          selected={count}
          matching={matching}
          everything={selection.everything}
          onSelectAll={selection.selectEverything}
          onClear={selection.clear}
        >
          <DecideButton slug={slug} decide="accept" select={select} count={count} onDone={selection.clear} />
          <DecideButton slug={slug} decide="dismiss" select={select} count={count} onDone={selection.clear} />
        </SelectionBar>
      )}
    </div>
  )
}
