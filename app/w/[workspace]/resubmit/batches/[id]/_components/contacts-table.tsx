import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { formatBounceKey } from '@/lib/bounce/key'
import type { BatchContact } from '@/db/queries/resubmit/batch-contacts'
import { formatStamp } from '@/lib/format'
import { shownValue } from '@/lib/dne/erased'
import { CancelContact } from './cancel-contact'

interface Props {
  slug: string
  batchId: string
  contacts: readonly BatchContact[]
  zone: string
  mayAct: boolean
}

const columns: readonly Column[] = [
  { id: 'recipient', label: 'Contact', width: 240 },
  { id: 'category', label: 'Bounced for', width: 168 },
  { id: 'account', label: 'Account', width: 176 },
  { id: 'state', label: 'State' },
  { id: 'act', label: 'Action', hideLabel: true, width: 92 },
]

/** The contacts of a batch with what happened to each. */
export function ContactsTable({ slug, batchId, contacts, zone, mayAct }: Props) {
  return (
    <TableScroll label="Contacts of the batch">
      <DataTable caption="Contacts of the batch" columns={columns} cards className="sm:min-w-[860px]">
        {contacts.map((contact) => (
          <tr key={contact.recipient}>
            <RowHead title={shownValue(contact.recipient)}>{shownValue(contact.recipient)}</RowHead>
            <Cell card="wide">
              <CategoryLabel category={contact.category} short />
            </Cell>
            <Cell card="wide" className="text-muted">
              {contact.account || 'Unknown account'}
            </Cell>
            <Cell card="wide" title={contact.why || undefined}>
              <State slug={slug} contact={contact} zone={zone} />
            </Cell>
            <Cell num>
              {mayAct && contact.state === 'planned' && (
                <CancelContact slug={slug} batchId={batchId} recipient={contact.recipient} />
              )}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </TableScroll>
  )
}

function State({ slug, contact, zone }: { slug: string; contact: BatchContact; zone: string }) {
  const { state, outcome, dueAt, handedAt, outcomeAt, againKey, attempts, why } = contact
  if (outcome === 'bounced' && outcomeAt && againKey) {
    const key = formatBounceKey({ occurredAt: outcomeAt, dedupeKey: againKey })
    return (
      <Link href={`/w/${slug}/bounces?bounce=${key}`} prefetch={false} className="hover-line">
        Bounced again {formatStamp(outcomeAt, zone)}
      </Link>
    )
  }
  if (outcome === 'recovered' && outcomeAt) return <>Recovered {formatStamp(outcomeAt, zone)}</>
  if (state === 'handed_over' && handedAt)
    return (
      <>
        Handed over {formatStamp(handedAt, zone)}
        {attempts > 1 && <span className="text-muted">, try {attempts}</span>}
      </>
    )
  if (state === 'planned')
    return (
      <>
        {attempts > 0 ? `Try ${attempts + 1}` : 'Planned for'} {formatStamp(dueAt, zone)}
        {why && <span className="text-muted"> · {why}</span>}
      </>
    )
  if (state === 'sending') return <>On its way</>
  return <span className="text-muted">{why || 'Left out'}</span>
}
