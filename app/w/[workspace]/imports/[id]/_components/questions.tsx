'use client'

import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import type { ImportQuestion, ImportSettings } from '@/lib/services/imports/views'
import { ZoneSelect } from './zone-select'

interface Props {
  questions: readonly ImportQuestion[]
  settings: ImportSettings
  onChange: (change: Partial<ImportSettings>) => void
  /** Addresses of the accounts this workspace knows. */
  accounts: readonly string[]
  /** Every time zone to choose from. */
  zones: readonly string[]
  today: string
  /** Answers that are missing or were refused, by field. */
  problems: Readonly<Record<string, string>>
}

type AskedField = ImportQuestion['field']

/** What the file can't tell and a person has to. */
export function Questions({ questions, ...given }: Props) {
  if (questions.length === 0) return null
  return (
    <Card title="What the file does not tell" description="Answer once; the dry run shows the effect">
      <div className="grid gap-4">
        {questions.map(({ field }) => {
          const Ask = ASKS[field]
          return <Ask key={field} {...given} />
        })}
      </div>
    </Card>
  )
}

type AskProps = Omit<Props, 'questions'>

const ASKS: Record<AskedField, (props: AskProps) => ReactNode> = {
  recipient: ({ problems }) => (
    <MissingColumn alert={Boolean(problems['recipient'])}>
      No column is read as the recipient. Choose the one with the addresses above.
    </MissingColumn>
  ),
  diagnostic: () => (
    <MissingColumn>
      No column is read as the reply text. Choose the one with the server’s words above, if there is one.
    </MissingColumn>
  ),
  dayOrder: DayOrder,
  day: Day,
  timeZone: Zone,
  account: Account,
}

function MissingColumn({ alert, children }: { alert?: boolean; children: ReactNode }) {
  return (
    <p role={alert ? 'alert' : undefined} className={alert ? 'text-13 text-on-critical' : 'text-13'}>
      {children}
    </p>
  )
}

const NEITHER = ''

function DayOrder({ settings, onChange, problems }: AskProps) {
  return (
    <div>
      <RadioCards
        legend="In dates like 03/04/2026, what stands first?"
        name="dayOrder"
        value={settings.dayOrder ?? NEITHER}
        onValueChange={(dayOrder) => dayOrder !== NEITHER && onChange({ dayOrder })}
        options={[
          { value: 'day_first', label: 'The day', hint: '03/04 is 3 April' },
          { value: 'month_first', label: 'The month', hint: '03/04 is March 4' },
        ]}
      />
      {problems['dayOrder'] && (
        <p role="alert" className="mt-1 text-12 text-on-critical">
          {problems['dayOrder']}
        </p>
      )}
    </div>
  )
}

function Day({ settings, onChange, problems, today }: AskProps) {
  return (
    <Field
      label="Day of these bounces"
      hint="Rows without a time take this day. It is remembered for this very file."
      error={problems['day']}
      required
    >
      {(control) => (
        <Input
          {...control}
          type="date"
          max={today}
          className="max-w-48"
          defaultValue={settings.day ?? ''}
          onChange={(event) => onChange({ day: event.target.value || null })}
        />
      )}
    </Field>
  )
}

function Zone({ settings, onChange, zones }: AskProps) {
  return (
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
  )
}

function Account({ settings, onChange, accounts, problems }: AskProps) {
  return (
    <Field
      label="Sending account"
      hint="Some rows do not name the mailbox they were sent from. Leave it empty if you don’t know."
      error={problems['account']}
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
            defaultValue={settings.account}
            onBlur={(event) => {
              const account = event.target.value.trim()
              if (account !== settings.account) onChange({ account })
            }}
          />
          <datalist id={`${control.id}-known`}>
            {accounts.map((address) => (
              <option key={address} value={address} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
