'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { instantOf, localDay } from '@/lib/resubmit/local-time'
import { markFixedAction, undoFixAction } from './actions'

interface Props {
  slug: string
  row: { category: string; account: string; contacts: number }
  zone: string
  city: string
  now: string
  onDone: () => void
}

/** What was done and when; makes the contacts of a cause ready. */
export function FixForm({ slug, row, zone, city, now, onDone }: Props) {
  const [what, setWhat] = useState('')
  const [at, setAt] = useState(localText(new Date(now), zone))
  const [touched, setTouched] = useState(false)
  const [wrong, setWrong] = useState('')
  const [pending, start] = useTransition()
  const mark = () =>
    start(async () => {
      // Left as it was, it means now, by the second: a bounce of this minute is covered too.
      const fixedAt = touched ? instantOf(at.slice(0, 10), minutesOf(at), zone) : new Date(now)
      const result = await markFixedAction(slug, {
        category: row.category,
        account: row.account,
        what,
        fixedAt,
      })
      if (!result.ok) return setWrong(result.error.fields?.what ?? result.error.message)
      onDone()
      const { id, ready } = result.value
      toast(`${plural(ready, 'contact')} ready`, { undo: () => undo(slug, id) })
    })
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        mark()
      }}
    >
      <InputField
        label="What was done"
        required
        error={wrong || undefined}
        className="min-w-0 flex-1 basis-56"
        autoFocus
        maxLength={300}
        value={what}
        onValue={setWhat}
      />
      <InputField
        label={`Fixed at, ${city}`}
        className="min-w-0 basis-48"
        type="datetime-local"
        max={localText(new Date(now), zone)}
        value={at}
        onValue={(next) => {
          setAt(next)
          setTouched(true)
        }}
      />
      <Button type="submit" variant="primary" pending={pending} disabled={what.trim() === '' || at === ''}>
        Make {plural(row.contacts, 'contact')} ready
      </Button>
    </form>
  )
}

async function undo(slug: string, id: string) {
  const result = await undoFixAction(slug, { id })
  if (result.ok) toast('Fix taken back')
  else toast(result.error.message, { kind: 'failed' })
}

/** An instant as a field for local times holds it. */
function localText(at: Date, zone: string): string {
  const day = localDay(at, zone)
  const minutes = Math.floor((at.getTime() - instantOf(day, 0, zone).getTime()) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

function minutesOf(text: string): number {
  return Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
}
