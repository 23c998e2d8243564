'use client'

import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll } from '@/components/data/data-table'
import { SelectionBar } from '@/components/data/selection-bar'
import { Checkbox } from '@/components/ui/checkbox'
import type { SuggestionFilter } from '@/db/queries/dne/list-suggestions'
import { formatCount } from '@/lib/format'
import { useSelection } from '../../_components/use-selection'
import { DecideButton } from './decide-button'

interface Shown {
  id: string
  value: string
  category: string
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
  const selection = useSelection(
    rows.map((row) => row.id),
    '',
  )
  const ids = [...selection.ids]
  const count = selection.everything ? matching : ids.length
  const select = selection.everything ? { all: filter } : { ids }
  const chosen = rows.filter((row) => selection.has(row.id)).length
  return (
    <div className="min-w-0">
      <TableScroll label="Suggestions">
        <DataTable
          caption="Addresses suggested for the list"
          cards
          className="sm:min-w-[820px]"
          columns={[
            ...(mayDecide
              ? [
                  {
                    id: 'select',
                    width: 36,
                    className: 'text-clip',
                    label: (
                      <Checkbox
                        aria-label="Select all on this page"
                        checked={chosen === rows.length}
                        mixed={chosen > 0 && chosen < rows.length}
                        onChange={selection.toggleAll}
                      />
                    ),
                  },
                ]
              : []),
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
              className="[&>*]:h-auto [&>*]:py-1.5"
            >
              {mayDecide && (
                <Cell card="hide" className="text-clip">
                  <Checkbox
                    aria-label={`Select ${row.value}`}
                    checked={selection.has(row.id)}
                    onChange={() => selection.toggle(row.id)}
                  />
                </Cell>
              )}
              <RowHead>
                <Link
                  href={`/w/${slug}/dne/${row.id}`}
                  prefetch={false}
                  className="hover-line block truncate"
                  title={row.value}
                >
                  {row.value}
                </Link>
                <span className="block truncate text-12 font-normal text-muted" title={row.why}>
                  {row.correction ? `Mistyped? ${row.correction} is well known` : row.why}
                </span>
              </RowHead>
              <Cell card="wide">
                <CategoryLabel category={row.category} short />
              </Cell>
              <Cell num cardLabel="bounces">
                {formatCount(row.bounces)}
              </Cell>
              <Cell className="text-muted" cardLabel="last">
                {row.last}
              </Cell>
              {mayDecide && (
                <Cell card="wide" className="text-right text-clip">
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
