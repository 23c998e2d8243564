import Link from 'next/link'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import type { DeliveryRow } from '@/db/queries/resubmit/destinations'
import { formatStamp } from '@/lib/format'
import { shownValue } from '@/lib/dne/erased'
import { ReplayButton } from './replay-button'

const columns: readonly Column[] = [
  { id: 'what', label: 'Contact', width: 232 },
  { id: 'at', label: 'When', width: 116 },
  { id: 'destination', label: 'To', width: 120 },
  { id: 'answer', label: 'Answer' },
  { id: 'act', label: 'Action', hideLabel: true, width: 128 },
]

interface Props {
  slug: string
  deliveries: readonly DeliveryRow[]
  zone: string
  mayReplay: boolean
}

/** Every try with its answer; what is settled can be sent again. */
export function DeliveriesTable({ slug, deliveries, zone, mayReplay }: Props) {
  if (deliveries.length === 0) return <p className="px-4 pb-4 text-13 text-muted">No try failed.</p>
  return (
    <TableScroll label="Deliveries">
      <DataTable caption="Deliveries" columns={columns} cards className="sm:min-w-[760px]">
        {deliveries.map((each) => (
          <tr key={each.id}>
            <RowHead title={each.recipient ?? undefined}>
              {each.recipient && each.batchId ? (
                <Link
                  href={`/w/${slug}/resubmit/batches/${each.batchId}`}
                  prefetch={false}
                  className="hover-line"
                >
                  {shownValue(each.recipient)}
                </Link>
              ) : (
                'Test'
              )}
            </RowHead>
            <Cell card="corner" className="text-muted">
              {formatStamp(each.at, zone)}
            </Cell>
            <Cell card="wide">{each.destination}</Cell>
            <Cell card="wide" title={each.reply || each.failure || undefined}>
              {each.ok ? `${each.status} in ${each.milliseconds} ms` : each.failure}
              <span className="text-muted">
                {each.kind === 'replay' ? ' · sent again' : each.attempt > 1 ? ` · try ${each.attempt}` : ''}
              </span>
            </Cell>
            <Cell num>
              {mayReplay && each.settled && (
                <ReplayButton slug={slug} id={each.id} name={each.recipient ?? ''} />
              )}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </TableScroll>
  )
}
