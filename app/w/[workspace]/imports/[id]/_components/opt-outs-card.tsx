import Link from 'next/link'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { OptOutRow } from '@/db/queries/imports/list-opt-outs'
import { shownValue } from '@/lib/dne/erased'
import { formatCount, formatDateTime, plural } from '@/lib/format'

const COLUMNS: readonly Column[] = [
  { id: 'address', label: 'Who' },
  { id: 'reason', label: 'What', width: 150 },
  { id: 'account', label: 'Your mail from', width: 180 },
  { id: 'at', label: 'When', width: 150 },
]

interface Props {
  rows: readonly OptOutRow[]
  /** How many the import has. */
  total: number
  slug: string
  zone: string
}

/** Who wants no more mail, as an import told: the first of them. */
export function OptOutsCard({ rows, total, slug, zone }: Props) {
  if (rows.length === 0) return null
  return (
    <Card
      padded={false}
      title="Who wants no more mail"
      description={
        <>
          Complaints and unsubscribes go on the Do Not Email list. One is not verified where its report quotes
          no mail of yours: anybody can write such a report, so it lists nobody until you{' '}
          <Link
            href={`/w/${slug}/dne/suggestions`}
            prefetch={false}
            className="link underline underline-offset-3"
          >
            decide on it
          </Link>
          .
        </>
      }
      note={
        rows.length < total ? `The first ${formatCount(rows.length)} of ${formatCount(total)}.` : undefined
      }
    >
      <TableScroll label="Complaints and unsubscribes">
        <DataTable
          cards
          caption={`${plural(total, 'complaint or unsubscribe', 'complaints and unsubscribes')}`}
          columns={COLUMNS}
          className="sm:min-w-[580px]"
        >
          {rows.map((row) => (
            <tr key={row.key}>
              <RowHead title={shownValue(row.address)}>
                {row.entryId ? (
                  <Link href={`/w/${slug}/dne/${row.entryId}`} prefetch={false} className="hover-line">
                    {shownValue(row.address)}
                  </Link>
                ) : (
                  shownValue(row.address)
                )}
              </RowHead>
              <Cell>
                <What row={row} />
              </Cell>
              <Cell className="text-muted" title={row.account} card={row.account ? 'line' : 'hide'}>
                {row.account}
              </Cell>
              <Cell className="text-muted" card={row.occurredAt ? 'line' : 'hide'}>
                {row.occurredAt && formatDateTime(row.occurredAt, zone)}
              </Cell>
            </tr>
          ))}
        </DataTable>
      </TableScroll>
    </Card>
  )
}

function What({ row: { reason, verified } }: { row: OptOutRow }) {
  if (!verified) return <Badge tone="warning">Not verified</Badge>
  return reason === 'complaint' ? 'Complaint' : 'Unsubscribe'
}
