'use client'

import { useState } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { dayOf } from '@/lib/analytics/day'
import { shownValue } from '@/lib/dne/erased'
import { formatDateTime, formatDay, plural } from '@/lib/format'
import { REJECT_TITLES } from '@/lib/ingest/messages'
import type { PreviewRow } from '@/lib/services/imports/views'
import { SKIP_BADGES } from '../../_components/labels'

const SHOWN = 11
/** Beside the check's summary there is no room for the day. */
const WHERE_ROOM = 'sm:@max-[720px]:hidden'
const COLUMNS: readonly Column[] = [
  { id: 'line', label: 'Line', width: 50, align: 'right' },
  { id: 'recipient', label: 'Recipient', width: 160 },
  { id: 'account', label: 'Account', width: 66 },
  { id: 'category', label: 'Category', width: 148 },
  { id: 'reply', label: 'Reply' },
  { id: 'received', label: 'Received', width: 94, className: WHERE_ROOM },
  { id: 'result', label: 'Result', width: 110 },
]

interface Props {
  rows: readonly PreviewRow[]
  /** Zone in which times are shown: the workspace's. */
  timeZone: string
}

/** The first rows of the file as they would be stored. */
export function PreviewCard({ rows, timeZone }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, SHOWN)
  const more = rows.length > SHOWN
  return (
    <Card
      padded={false}
      title="First rows, as they will be classified"
      description={more && !all ? `${SHOWN} of ${rows.length} shown` : plural(rows.length, 'row')}
      actions={
        more && (
          <Button size="sm" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show ${SHOWN}` : `Show ${rows.length}`}
          </Button>
        )
      }
    >
      {rows.length === 0 && (
        <p className="px-4 pb-4 text-13 text-muted">
          Nothing in the first rows tells of a bounce when the file is read this way.
        </p>
      )}
      <TableScroll label="First rows" className="@container">
        <DataTable
          cards
          caption="The first rows and what becomes of each"
          columns={COLUMNS}
          className="sm:min-w-[600px]"
        >
          {shown.map((row, i) => (
            <PreviewLine key={`${row.line}/${i}`} row={row} timeZone={timeZone} />
          ))}
        </DataTable>
      </TableScroll>
    </Card>
  )
}

function PreviewLine({ row, timeZone }: { row: PreviewRow; timeZone: string }) {
  const read = row.result === 'new' || row.result === 'known' ? row : null
  const name = 'recipient' in row ? shownValue(row.recipient) : row.value
  const reply = 'diagnostic' in row ? row.diagnostic : ''
  return (
    <tr>
      <Cell num card="hide" className="text-muted">
        {row.line}
      </Cell>
      <RowHead title={name}>{name || <None />}</RowHead>
      <Cell className="text-muted" title={read?.account} card={read?.account ? 'line' : 'hide'}>
        {read?.account ? `${read.account.split('@')[0]}@` : <None />}
      </Cell>
      <Cell card={read ? 'line' : 'hide'}>
        {read ? <CategoryLabel category={read.category} short /> : <None />}
      </Cell>
      <Cell card={reply ? 'wide' : 'hide'} className="font-mono text-12 text-muted" title={reply}>
        {reply || <None />}
      </Cell>
      <Cell
        className={cn('text-muted', WHERE_ROOM)}
        card={read ? 'line' : 'hide'}
        title={read ? formatDateTime(read.occurredAt, timeZone) : undefined}
      >
        {read ? formatDay(dayOf(read.occurredAt, timeZone), 'full') : <None />}
      </Cell>
      <Cell card="corner">
        <Outcome row={row} />
      </Cell>
    </tr>
  )
}

function Outcome({ row }: { row: PreviewRow }) {
  if ('reason' in row) {
    return (
      <Badge tone="warning" title={REJECT_TITLES[row.reason]}>
        Unreadable
      </Badge>
    )
  }
  if ('why' in row) return <Badge>{SKIP_BADGES[row.why]}</Badge>
  return row.result === 'new' ? 'New' : <Badge>Known</Badge>
}

function None() {
  return (
    <span className="text-muted">
      <span aria-hidden>—</span>
      <span className="sr-only">none</span>
    </span>
  )
}
