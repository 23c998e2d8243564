'use client'

import Link from 'next/link'
import { Fragment, useState } from 'react'
import { CategoryLabel, categoryName } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/format'
import { FixForm } from '../../_resubmit/fix-form'

interface Row {
  category: string
  account: string
  contacts: number
  toChange: string
}

interface Props {
  slug: string
  rows: readonly Row[]
  zone: string
  city: string
  now: string
  mayAct: boolean
}

/** The causes that hold most people back come first; the rest on demand. */
const AT_FIRST = 8

const columns: readonly Column[] = [
  { id: 'cause', label: 'Cause', width: 160 },
  { id: 'account', label: 'Account', width: 128 },
  { id: 'change', label: 'What has to change' },
  { id: 'contacts', label: 'Contacts', width: 80, align: 'right' },
  { id: 'act', label: 'Action', hideLabel: true, width: 128 },
]

/** The causes that wait, each with the form that ends the wait. */
export function WaitingTable({ slug, rows, mayAct, ...time }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  return (
    <>
      <TableScroll label="Contacts waiting for a fix">
        <DataTable caption="Contacts waiting for a fix" columns={columns} cards className="sm:min-w-[640px]">
          {(all ? rows : rows.slice(0, AT_FIRST)).map((row) => {
            const key = `${row.category} ${row.account}`
            const name = `${categoryName(row.category)} at ${row.account || 'the unknown account'}`
            return (
              <Fragment key={key}>
                <tr>
                  <RowHead>
                    <CategoryLabel category={row.category} short />
                  </RowHead>
                  <Cell card="wide" title={row.account || undefined}>
                    {row.account || 'Unknown account'}
                  </Cell>
                  <Cell card="wide" className="text-muted" title={row.toChange}>
                    <Link href={`/w/${slug}/guide/${row.category}`} prefetch={false} className="hover-line">
                      {row.toChange}
                    </Link>
                  </Cell>
                  <Cell num card="corner" className="font-semibold">
                    {formatCount(row.contacts)}
                  </Cell>
                  <Cell num card={mayAct ? 'wide' : 'hide'}>
                    {mayAct && (
                      <Button
                        size="sm"
                        aria-expanded={open === key}
                        aria-label={`${open === key ? 'Close' : 'Mark as fixed'}: ${name}`}
                        onClick={() => setOpen(open === key ? null : key)}
                      >
                        {open === key ? 'Close' : 'Mark as fixed'}
                      </Button>
                    )}
                  </Cell>
                </tr>
                {open === key && (
                  <tr>
                    <td
                      colSpan={columns.length}
                      className="bg-surface"
                      style={{ padding: '12px 16px', whiteSpace: 'normal' }}
                      data-card="wide"
                    >
                      <FixForm slug={slug} row={row} {...time} onDone={() => setOpen(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </DataTable>
      </TableScroll>
      {rows.length > AT_FIRST && (
        <p className="border-t border-border px-4 py-2">
          <Button size="sm" variant="quiet" onClick={() => setAll(!all)}>
            {all ? `Show the ${AT_FIRST} largest` : `Show all ${formatCount(rows.length)} causes`}
          </Button>
        </p>
      )}
    </>
  )
}
