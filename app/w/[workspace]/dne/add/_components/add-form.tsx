'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { REASON_NAMES } from '@/lib/dne/entry'
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
      <Field
        label="Addresses or domains"
        hint="One a line. acme.io lists the whole domain, *.acme.io its subdomains too."
      >
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Reason">
          {(control) => (
            <Select
              {...control}
              value={reason}
              onChange={(event) => setReason(OFFERED.find((each) => each === event.target.value) ?? 'manual')}
            >
              {OFFERED.map((each) => (
                <option key={each} value={each}>
                  {REASON_NAMES[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Ends on" hint="Empty: listed for good">
          {(control) => (
            <Input
              {...control}
              type="date"
              min={today}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
      {domains.length > 0 && (
        <Field label="Domains count">
          {(control) => (
            <Select {...control} value={wide} onChange={(event) => setWide(event.target.value)}>
              <option value="domain">For their own addresses</option>
              <option value="subdomains">With all subdomains</option>
            </Select>
          )}
        </Field>
      )}
      <Field label="Note">
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
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
