'use client'

import { useState, useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { InputField, SelectField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast-store'
import { REASON_NAMES } from '@/lib/dne/entry'
import { plural } from '@/lib/format'
import type { ChosenBounces } from '@/lib/services/chosen-bounces'
import { listRecipientsAction, undoListingAction } from './actions'

interface Props extends ButtonStyle {
  slug: string
  /** Whose bounces: some by key, or all of a filter. */
  scope: ChosenBounces
  /** How many bounces they are. */
  count: number
  onDone?: () => void
}

const REASONS = ['manual', 'unsubscribe', 'complaint'] as const
type Chosen = (typeof REASONS)[number]

/** Puts the recipients of bounces on the Do Not Email list, after asking why. */
export function ListButton({ slug, scope, count, onDone, ...style }: Props) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<Chosen>('manual')
  const [note, setNote] = useState('')
  const [pending, start] = useTransition()
  const list = () =>
    start(async () => {
      const result = await listRecipientsAction(slug, { scope, reason, note })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      setAsking(false)
      const { actId, added } = result.value
      if (!actId) return void toast('They are on the Do Not Email list already')
      toast(`${plural(added, 'address', 'addresses')} put on the Do Not Email list`, {
        undo: () => undo(slug, actId),
      })
      onDone?.()
    })
  return (
    <>
      <Button {...style} onClick={() => setAsking(true)}>
        Do Not Email
      </Button>
      <ConfirmDialog
        title="Never mail them again?"
        description={`The ${count === 1 ? 'recipient of this bounce goes' : `recipients of these ${plural(count, 'bounce')} go`} on the Do Not Email list, for good.`}
        confirm="Put on the list"
        pending={pending}
        onConfirm={list}
        open={asking}
        onOpenChange={setAsking}
      >
        <SelectField
          label="Reason"
          value={reason}
          onValue={(value) => setReason(REASONS.find((each) => each === value) ?? 'manual')}
        >
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {REASON_NAMES[each]}
            </option>
          ))}
        </SelectField>
        <InputField label="Note (optional)" value={note} maxLength={500} onValue={setNote} />
      </ConfirmDialog>
    </>
  )
}

async function undo(slug: string, actId: string) {
  const result = await undoListingAction(slug, { actId })
  if (result.ok) toast('Taken off the list again')
  else toast(result.error.message, { kind: 'failed' })
}
