'use client'

import { useState, useTransition } from 'react'
import { EndsField, ReasonField } from '@/components/dne/entry-fields'
import { Button } from '@/components/ui/button'
import { InputField, SelectField, TextareaField } from '@/components/ui/labelled'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { pastedEntries } from '@/lib/dne/pasted'
import { plural } from '@/lib/format'
import type { Added } from '@/lib/services/dne/add-entries'
import { addEntriesAction } from '../../actions'
import { undo } from '../../_components/undo'

const OFFERED = ['manual', 'unsubscribe', 'complaint', 'imported'] as const

/** Puts pasted addresses and domains on the list. */
export function AddForm({ slug, today }: { slug: string; today: string }) {
  const [text, setText] = useState('')
  const [reason, setReason] = useState<(typeof OFFERED)[number]>('manual')
  const [note, setNote] = useState('')
  const [until, setUntil] = useState('')
  const [wide, setWide] = useState('domain')
  const [result, setResult] = useState<Added | null>(null)
  const [pending, start] = useTransition()
  const entries = pastedEntries(text)
  const domains = entries.filter((entry) => !/[@＠].*\S/.test(entry.slice(1)))
  const add = () =>
    start(async () => {
      const input = { entries, reason, note, until: until || null }
      const answer = await addEntriesAction(
        slug,
        wide === 'subdomains' ? { ...input, scope: 'subdomains' } : input,
      )
      if (!answer.ok) return void toast(answer.error.message, { kind: 'failed' })
      const { actId, added, unreadable } = answer.value
      setResult(answer.value)
      setText(unreadable.map((each) => each.text).join('\n'))
      if (added === 0 || !actId) return
      toast(`${plural(added, 'entry', 'entries')} added`, {
        undo: async () => {
          if (await undo(slug, actId)) setResult(null)
        },
      })
    })
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextareaField
        label="Addresses or domains"
        hint="One a line. acme.io lists the whole domain, *.acme.io its subdomains too."
        mono
        rows={6}
        value={text}
        onValue={setText}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <ReasonField offered={OFFERED} value={reason} onValue={setReason} />
        <EndsField today={today} value={until} onValue={setUntil} />
      </div>
      {domains.length > 0 && (
        <SelectField label="Domains count" value={wide} onValue={setWide}>
          <option value="domain">For their own addresses</option>
          <option value="subdomains">With all subdomains</option>
        </SelectField>
      )}
      <InputField label="Note" maxLength={500} value={note} onValue={setNote} />
      <div>
        <Button type="submit" variant="primary" disabled={entries.length === 0} pending={pending}>
          Add {entries.length > 0 ? plural(entries.length, 'entry', 'entries') : 'to the list'}
        </Button>
      </div>
      {result && <Outcome result={result} />}
    </form>
  )
}

const SHOWN = 20

function Outcome({ result: { added, already, unreadable } }: { result: Added }) {
  return (
    <Notice kind={unreadable.length > 0 ? 'warning' : 'positive'} live>
      <p>
        {plural(added, 'entry', 'entries')} added, {already} already there, {unreadable.length} unreadable.
      </p>
      {unreadable.length > 0 && (
        <ul className="mt-1 grid gap-0.5">
          {unreadable.slice(0, SHOWN).map(({ text, why }, i) => (
            <li key={i} className="wrap-anywhere">
              “{text.slice(0, 80)}”: {why}
            </li>
          ))}
          {unreadable.length > SHOWN && <li>{plural(unreadable.length - SHOWN, 'more', 'more')}.</li>}
        </ul>
      )}
    </Notice>
  )
}
