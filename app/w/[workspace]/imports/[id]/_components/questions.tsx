'use client'

import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { zoneCity } from '@/lib/format'
import type { ImportQuestion, ImportSettings } from '@/lib/services/imports/views'

interface Props {
  questions: readonly ImportQuestion[]
  settings: ImportSettings
  onChange: (change: Partial<ImportSettings>) => void
  /** Addresses of the accounts this workspace knows. */
  accounts: readonly string[]
  /** Shows which required answers are still missing. */
  insist: boolean
  today: string
  /** Every time zone to choose from. */
  zones: readonly string[]
}

/** What the file can't tell and a person has to. */
export function Questions({ questions, settings, onChange, accounts, insist, today, zones }: Props) {
  const asked = new Map(questions.map((question) => [question.field, question]))
  if (asked.size === 0) return null
  const missing = (field: ImportQuestion['field'], value: unknown) =>
    insist && asked.get(field)?.required && !value ? 'Needed before the dry run.' : undefined
  const columnAsked = (['recipient', 'diagnostic'] as const).filter((field) => asked.has(field))
  return (
    <Card title="What the file does not tell" description="Answer once; the dry run shows the effect">
      <div className="grid gap-4">
        {columnAsked.map((field) => (
          <p key={field} role={insist ? 'alert' : undefined} className="text-13">
            {field === 'recipient'
              ? 'No column is read as the recipient. Choose the one with the addresses above.'
              : 'No column is read as the reply text. Choose the one with the server’s words above, if there is one.'}
          </p>
        ))}
        {asked.has('dayOrder') && (
          <div>
            <RadioCards
              legend="In dates like 03/04/2026, what stands first?"
              name="dayOrder"
              value={settings.dayOrder ?? undefined}
              onValueChange={(dayOrder) => onChange({ dayOrder })}
              options={[
                { value: 'day_first', label: 'The day', hint: '03/04 is 3 April' },
                { value: 'month_first', label: 'The month', hint: '03/04 is March 4' },
              ]}
            />
            <Missing text={missing('dayOrder', settings.dayOrder)} />
          </div>
        )}
        {asked.has('day') && (
          <Field
            label="Day of these bounces"
            hint="Rows without a time take this day. It is remembered for this very file."
            error={missing('day', settings.day)}
            required
          >
            {(control) => (
              <Input
                {...control}
                type="date"
                max={today}
                className="max-w-48"
                value={settings.day ?? ''}
                onChange={(event) => onChange({ day: event.target.value || null })}
              />
            )}
          </Field>
        )}
        {asked.has('timeZone') && (
          <Field label="Time zone of the times" hint="The file’s times name none.">
            {(control) => (
              <ZoneSelect
                {...control}
                zones={zones}
                value={settings.timeZone}
                onChange={(timeZone) => onChange({ timeZone })}
              />
            )}
          </Field>
        )}
        {asked.has('account') && (
          <Field
            label="Sending account"
            hint="The file does not name the mailbox these were sent from. Leave it empty if you don’t know."
            error={missing('account', settings.account)}
          >
            {(control) => (
              <>
                <Input
                  {...control}
                  type="email"
                  list={`${control.id}-known`}
                  autoComplete="off"
                  placeholder="anna@acme.example"
                  className="max-w-80"
                  value={settings.account}
                  onChange={(event) => onChange({ account: event.target.value.trim() })}
                />
                <datalist id={`${control.id}-known`}>
                  {accounts.map((address) => (
                    <option key={address} value={address} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        )}
      </div>
    </Card>
  )
}

function Missing({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <p role="alert" className="mt-1 text-12 text-on-critical">
      {text}
    </p>
  )
}

interface ZoneProps {
  id: string
  value: string
  zones: readonly string[]
  onChange: (zone: string) => void
}

function ZoneSelect({ value, zones, onChange, ...control }: ZoneProps) {
  const listed = zones.includes(value) ? zones : [value, ...zones]
  return (
    <Select
      {...control}
      className="max-w-80"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {listed.map((zone) => (
        <option key={zone} value={zone}>
          {zone.includes('/') ? `${zoneCity(zone)} (${zone})` : zone}
        </option>
      ))}
    </Select>
  )
}
