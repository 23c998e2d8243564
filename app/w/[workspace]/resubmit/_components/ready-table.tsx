'use client'

import Link from 'next/link'
import { CategoryLabel, categoryName } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { TickCell } from '@/components/data/select-column'
import { Checkbox } from '@/components/ui/checkbox'
import { formatCount } from '@/lib/format'
import { useSelection } from './selection'

export interface ReadyRow {
  category: string
  accounts: string
  why: string
  contacts: number
  href: string
}

/** What is ready, by category; what is ticked goes into the batch. */
export function ReadyTable({ rows, mayAct }: { rows: readonly ReadyRow[]; mayAct: boolean }) {
  const { without, toggle, setAll } = useSelection()
  const categories = rows.map((row) => row.category)
  const chosen = categories.filter((category) => !without.has(category)).length
  const columns: readonly Column[] = [
    ...(mayAct
      ? [
          {
            id: 'chosen',
            width: 44,
            label: (
              <Checkbox
                aria-label="Include all"
                checked={chosen === rows.length}
                mixed={chosen > 0 && chosen < rows.length}
                onChange={() => setAll(categories, chosen < rows.length)}
              />
            ),
          },
        ]
      : []),
    { id: 'category', label: 'Category', width: 168 },
    { id: 'accounts', label: 'Accounts' },
    { id: 'why', label: 'Why ready', width: 156 },
    { id: 'contacts', label: 'Contacts', width: 80, align: 'right' },
    { id: 'open', label: 'Open', hideLabel: true, width: 64 },
  ]
  return (
    <TableScroll label="Contacts ready to resubmit">
      <DataTable caption="Contacts ready to resubmit" columns={columns} cards className="sm:min-w-[640px]">
        {rows.map((row) => (
          <tr key={row.category}>
            {mayAct && (
              <TickCell>
                <Checkbox
                  aria-label={`Include ${categoryName(row.category)}`}
                  checked={!without.has(row.category)}
                  onChange={() => toggle(row.category)}
                />
              </TickCell>
            )}
            <RowHead>
              <CategoryLabel category={row.category} short />
            </RowHead>
            <Cell card="wide" className="text-muted" title={row.accounts}>
              {row.accounts}
            </Cell>
            <Cell className="text-muted">{row.why}</Cell>
            <Cell num card="corner" className="font-semibold">
              {formatCount(row.contacts)}
            </Cell>
            <Cell num>
              <Link
                href={row.href}
                prefetch={false}
                aria-label={`View the bounces of ${categoryName(row.category)}`}
                className="inline-flex h-6 items-center text-muted hover-line"
              >
                View
              </Link>
            </Cell>
          </tr>
        ))}
      </DataTable>
    </TableScroll>
  )
}
