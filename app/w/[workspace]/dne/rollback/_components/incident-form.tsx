'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { InputField, SelectField } from '@/components/ui/labelled'
import { Notice } from '@/components/ui/notice'
import { CATEGORIES } from '@/lib/bounce/categories'
import { PROVIDERS } from '@/lib/bounce/provider'
import type { RollbackPreview } from '@/lib/services/dne/preview-rollback'
import { previewRollbackAction } from '../actions'
import type { IncidentInput } from './incident-input'
import { Restore } from './restore'

interface Props {
  slug: string
  today: string
  zone: string
  city: string
}

interface Found {
  input: IncidentInput
  preview: RollbackPreview
}

/** Describes an incident, shows whom it hit, and restores them. */
export function IncidentForm({ slug, today, zone, city }: Props) {
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const look = (form: HTMLFormElement) => {
    const input = inputOf(new FormData(form))
    setFound(null)
    if (!input.provider && !input.domain && !input.words)
      return setError('Say which provider, domain or words of the reply.')
    setError(null)
    start(async () => {
      const result = await previewRollbackAction(slug, input)
      if (result.ok) setFound({ input, preview: result.value })
      else setError(result.error.message)
    })
  }
  return (
    <>
      <Card title="The incident" description="31 days at most; nothing changes before you say so">
        <form
          className="grid gap-3 sm:grid-cols-2"
          onChange={() => setFound(null)}
          onSubmit={(event) => {
            event.preventDefault()
            look(event.currentTarget)
          }}
        >
          <Field label={`From, ${city}`} required>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                name="from"
                required
                defaultValue={`${today}T00:00`}
              />
            )}
          </Field>
          <Field label={`To, ${city}`} required>
            {(control) => (
              <Input {...control} type="datetime-local" name="to" required defaultValue={`${today}T23:59`} />
            )}
          </Field>
          <SelectField label="Mailbox provider" name="provider" defaultValue="">
            <option value="">Any</option>
            {PROVIDERS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <InputField label="Or one domain" name="domain" maxLength={253} placeholder="acme.io" />
          <InputField
            label="Words of the reply"
            name="words"
            maxLength={200}
            placeholder="The email account does not exist"
          />
          <SelectField label="Category" name="category" defaultValue="">
            <option value="">Any</option>
            {CATEGORIES.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className="sm:col-span-2">
            <Button type="submit" pending={pending}>
              Show whom it hit
            </Button>
          </div>
        </form>
        {error && (
          <Notice kind="critical" live className="mt-3">
            {error}
          </Notice>
        )}
      </Card>
      {found && <Restore slug={slug} zone={zone} {...found} onDone={() => setFound(null)} />}
    </>
  )
}

function inputOf(data: FormData): IncidentInput {
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const optional = (['provider', 'domain', 'category', 'words'] as const).filter((name) => text(name) !== '')
  return {
    from: text('from').slice(0, 16),
    to: text('to').slice(0, 16),
    ...Object.fromEntries(optional.map((name) => [name, text(name)])),
  }
}
