'use client'

import { useTransition } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll } from '@/components/data/data-table'
import { useWhy } from '@/components/dne/use-why'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { shownValue } from '@/lib/dne/erased'
import { formatCount, formatDateTime, plural } from '@/lib/format'
import type { RollbackPreview } from '@/lib/services/dne/preview-rollback'
import { undo } from '../../_components/undo'
import { rollBackAction } from '../actions'
import type { IncidentInput } from './incident-input'

interface Props {
  slug: string
  zone: string
  input: IncidentInput
  preview: RollbackPreview
  onDone: () => void
}

/** Whom an incident put on the list, and the button that restores them all. */
export function Restore({ slug, zone, input, preview, onDone }: Props) {
  const { count, sample } = preview
  const why = useWhy('Say what happened: it stands in the activity.')
  const [pending, start] = useTransition()
  const restore = () => {
    const said = why.read()
    if (said === null) return
    start(async () => {
      const result = await rollBackAction(slug, { ...input, why: said })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId, count: restored } = result.value
      onDone()
      toast(`${plural(restored, 'contact')} restored`, { undo: () => void undo(slug, actId) })
    })
  }
  if (count === 0) {
    return (
      <Card
        title="Nobody"
        description="No address is listed, rests or is suggested because of such a bounce in that time."
      >
        <p className="text-13 text-muted">Widen the time, or take words off.</p>
      </Card>
    )
  }
  return (
    <Card
      title={`${plural(count, 'contact')} to restore`}
      description={`Listed, resting or suggested because of it${count > sample.length ? `; the newest ${sample.length} are shown` : ''}`}
      padded={false}
    >
      <TableScroll label="Contacts to restore">
        <DataTable
          caption="Contacts that the incident put on the list"
          cards
          className="sm:min-w-[760px] [&_tr>:first-child]:pl-4 [&_tr>:last-child]:pr-4"
          columns={[
            { id: 'value', label: 'Address' },
            { id: 'category', label: 'Category', width: 150 },
            { id: 'reply', label: 'Reply', width: 240 },
            { id: 'at', label: 'Bounced', width: 150, align: 'right' },
          ]}
        >
          {sample.map((row) => (
            <tr key={row.entryId}>
              <RowHead className="truncate" title={shownValue(row.value)}>
                {shownValue(row.value)}
              </RowHead>
              <Cell card="wide">
                <CategoryLabel category={row.category} short />
              </Cell>
              <Cell card="hide" className="truncate font-mono text-12 text-muted" title={row.reply}>
                {row.reply}
              </Cell>
              <Cell num card="corner" className="text-muted">
                {formatDateTime(row.bounceAt, zone)}
              </Cell>
            </tr>
          ))}
        </DataTable>
      </TableScroll>
      <div className="flex flex-wrap items-end gap-3 p-4">
        <InputField label="What happened" className="min-w-0 flex-1 basis-64" {...why.field} />
        <Button variant="primary" pending={pending} onClick={restore}>
          Restore {formatCount(count)} {count === 1 ? 'contact' : 'contacts'}
        </Button>
      </div>
      <p className="border-t border-border px-4 py-2 text-12 text-muted">
        Bounces up to the end of the incident count no more against them. Who bounced for good after it stays
        listed. Complaints and unsubscribes are not touched.
      </p>
    </Card>
  )
}
