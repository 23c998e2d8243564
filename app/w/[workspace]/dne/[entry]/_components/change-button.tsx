'use client'

import { useState, useTransition } from 'react'
import { EndsField } from '@/components/dne/entry-fields'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { PROTECTED_REASONS, type Reason } from '@/lib/dne/entry'
import { changeEntryAction } from '../../actions'
import { undo } from '../../_components/undo'

interface Props {
  slug: string
  entryId: string
  reason: Reason
  note: string
  untilDay: string
  today: string
}

/** Changes the note or the end of a reason that a person or a file gave; what only an admin takes off gets no end. */
export function ChangeButton({ slug, entryId, reason, note, untilDay, today }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(note)
  const [day, setDay] = useState(untilDay)
  const [pending, start] = useTransition()
  const save = () =>
    start(async () => {
      const input = {
        entryId,
        reason,
        note: text.trim(),
        ...(day === untilDay ? {} : { until: day || null }),
      }
      const result = await changeEntryAction(slug, input)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      setOpen(false)
      const { actId } = result.value
      toast('Entry changed', { undo: () => void undo(slug, actId) })
    })
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="quiet">
          Change
        </Button>
      }
      title="Change this reason"
      confirm="Save"
      pending={pending}
      disabled={text.trim() === note && day === untilDay}
      onConfirm={save}
    >
      <InputField label="Note" maxLength={500} value={text} onValue={setText} />
      {!PROTECTED_REASONS.includes(reason) && <EndsField today={today} value={day} onValue={setDay} />}
    </ConfirmDialog>
  )
}
