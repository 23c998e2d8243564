'use client'

import { useState, useTransition } from 'react'
import { EndsField, ReasonField } from '@/components/dne/entry-fields'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import type { ListChoices } from '@/lib/ingest/lists/counts'
import { chooseAction } from '../../file-actions'

const OFFERED = ['imported', 'unsubscribe', 'complaint', 'manual'] as const

interface Props {
  slug: string
  fileId: string
  choices: ListChoices
  untilDay: string
  today: string
}

/** Reason, note and end of entries whose file tells none; the file is read again with them. */
export function ChoicesForm({ slug, fileId, choices, untilDay, today }: Props) {
  const [pending, start] = useTransition()
  const [reason, setReason] = useState(choices.reason)
  const [note, setNote] = useState(choices.note)
  const [day, setDay] = useState(untilDay)
  const changed = reason !== choices.reason || note.trim() !== choices.note || day !== untilDay
  const apply = () =>
    start(async () => {
      const result = await chooseAction(slug, { fileId, choices: { reason, note, untilDay: day || null } })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  return (
    <form
      className="grid gap-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <ReasonField offered={OFFERED} value={reason} onValue={setReason} />
      <EndsField today={today} value={day} onValue={setDay} />
      <InputField label="Note" className="sm:col-span-2" maxLength={500} value={note} onValue={setNote} />
      <div className="sm:col-span-2">
        <Button type="submit" disabled={!changed} pending={pending}>
          Read the file again
        </Button>
      </div>
    </form>
  )
}
