'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { SelectField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast-store'
import { plural } from '@/lib/format'
import { RETENTION_DAYS, RETENTION_KINDS, type Retention, type RetentionKind } from '@/lib/retention'
import { saveRetentionAction } from '../actions'

const WORDS: Readonly<Record<RetentionKind, { label: string; hint: string }>> = {
  files: {
    label: 'Files that wait to be imported',
    hint: 'Their import is cancelled. An imported file is not kept at all.',
  },
  rejects: {
    label: 'Text of rows that could not be read',
    hint: 'Line and reason stay; what stood there goes.',
  },
  deliveries: { label: 'Log of webhook deliveries', hint: 'With what the receivers answered.' },
}

const FOR_GOOD = 'always'
const inWords = (days: number | null) => (days === null ? 'For good' : plural(days, 'day'))

interface Props {
  slug: string
  kept: Retention
  mayChange: boolean
}

/** For how long each kind of data is kept. */
export function RetentionForm({ slug, kept, mayChange }: Props) {
  const [wanted, setWanted] = useState(kept)
  const [pending, start] = useTransition()
  if (!mayChange)
    return (
      <DescriptionList
        items={RETENTION_KINDS.map((kind) => ({ term: WORDS[kind].label, value: inWords(kept[kind]) }))}
      />
    )
  const save = () =>
    start(async () => {
      const saved = await saveRetentionAction(slug, wanted)
      if (saved.ok) toast('Saved.')
      else toast(saved.error.message, { kind: 'failed' })
    })
  return (
    <form
      className="grid max-w-90 gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {RETENTION_KINDS.map((kind) => (
        <SelectField
          key={kind}
          label={WORDS[kind].label}
          hint={WORDS[kind].hint}
          value={String(wanted[kind] ?? FOR_GOOD)}
          onValue={(value) => setWanted({ ...wanted, [kind]: value === FOR_GOOD ? null : Number(value) })}
        >
          {choices(kept[kind]).map((days) => (
            <option key={String(days)} value={String(days ?? FOR_GOOD)}>
              {inWords(days)}
            </option>
          ))}
        </SelectField>
      ))}
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}

/** With what the workspace has now, where that is none of the usual. */
function choices(now: number | null): (number | null)[] {
  const days = now === null ? [...RETENTION_DAYS] : [...new Set([...RETENTION_DAYS, now])]
  return [...days.toSorted((a, b) => a - b), null]
}
