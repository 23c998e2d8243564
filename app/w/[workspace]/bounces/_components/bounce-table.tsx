'use client'

import Link from 'next/link'
import type { CSSProperties } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, type Column } from '@/components/data/data-table'
import { SelectCell, selectColumn } from '@/components/data/select-column'
import type { Selection } from '@/components/data/use-selection'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { shownValue } from '@/lib/dne/erased'
import type { ExtraColumn } from './columns'
import type { ShownRow } from './row'

const EXTRA: Record<ExtraColumn, Column> = {
  account: { id: 'account', label: 'Account', width: 168, sort: 'account' },
  campaign: { id: 'campaign', label: 'Campaign', width: 144 },
  provider: { id: 'provider', label: 'Provider', width: 104 },
  reply: { id: 'reply', label: 'Reply', width: 280 },
}

/** Room the fixed columns and a readable address need. */
const WIDTH = 612

interface Props {
  caption: string
  rows: readonly ShownRow[]
  extra: readonly ExtraColumn[]
  sort: string
  open: string | null
  hrefOf: (key: string) => string
  onOpen: (key: string) => void
  /** Null where this person may not act on rows. */
  selection: Selection | null
}

/** The rows of a page: address first, one line each; cards on small screens. */
export function BounceTable({ caption, rows, extra, sort, open, hrefOf, onOpen, selection }: Props) {
  const columns: Column[] = [
    ...selectColumn(
      selection,
      rows.map((row) => row.key),
    ),
    { id: 'recipient', label: 'Recipient', sort: 'recipient' },
    { id: 'category', label: 'Category', width: 160, sort: 'category' },
    { id: 'type', label: 'Type', width: 50 },
    { id: 'code', label: 'Code', width: 98 },
    ...extra.map((id) => EXTRA[id]),
    { id: 'received', label: 'Received', width: 122, align: 'right', sort: 'received' },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      sort={sort}
      cards
      className="sm:min-w-(--wide) md:[&_tr>:first-child]:pl-6 md:[&_tr>:last-child]:pr-6"
      style={
        {
          '--wide': `${WIDTH + extra.reduce((all, id) => all + (EXTRA[id].width ?? 0), 0)}px`,
        } as CSSProperties
      }
    >
      {rows.map((row) => (
        <tr
          key={row.key}
          aria-selected={selection?.has(row.key) ?? undefined}
          data-open={open === row.key || undefined}
          className={cn(
            'cursor-pointer',
            open === row.key && '[&>*]:bg-hover [&>:first-child]:shadow-[inset_3px_0_0_var(--color-text)]',
          )}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a, input, label, button')) return
            if (window.getSelection()?.toString()) return
            onOpen(row.key)
          }}
        >
          <SelectCell selection={selection} id={row.key} name={shownValue(row.recipient)} />
          <RowHead className="max-sm:col-span-full">
            <span className="flex min-w-0 items-center gap-2">
              <Link
                id={`row-${row.key}`}
                href={hrefOf(row.key)}
                scroll={false}
                prefetch={false}
                data-inner-focus
                className="hover-line block min-w-0 truncate"
                title={shownValue(row.recipient)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                  event.preventDefault()
                  onOpen(row.key)
                }}
              >
                {shownValue(row.recipient)}
              </Link>
              {!row.verified && <Badge tone="warning">Unverified</Badge>}
            </span>
          </RowHead>
          <Cell card="wide">
            <CategoryLabel category={row.category} short />
          </Cell>
          <Cell card="hide" className="text-muted">
            {row.type || <span aria-label="no type">—</span>}
          </Cell>
          <Cell card="line" className="font-mono text-12">
            {row.codes[0]} <span className="text-muted">{row.codes[1]}</span>
          </Cell>
          {extra.map((id) => (
            <Cell
              key={id}
              card="hide"
              className={cn('text-muted', id === 'reply' && 'font-mono text-12')}
              title={row[id]}
            >
              {row[id] || '—'}
            </Cell>
          ))}
          <Cell num className="text-muted max-sm:justify-self-end" title={row.receivedFull}>
            {row.received}
          </Cell>
        </tr>
      ))}
    </DataTable>
  )
}
