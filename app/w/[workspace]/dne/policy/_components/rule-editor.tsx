'use client'

import { useState } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { InputField, SelectField } from '@/components/ui/labelled'
import { categoryById } from '@/lib/bounce/categories'
import type { CategoryRule } from '@/lib/dne/policy'
import { parseDays, ruleInWords } from '@/lib/dne/rule-words'

interface Props {
  category: string
  rule: CategoryRule
  changed: boolean
  mayChange: boolean
  onChange: (rule: CategoryRule) => void
}

/** One category's rule: a sentence, and the fields behind it when it is to be changed. */
export function RuleEditor({ category, rule, changed, mayChange, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const name = categoryById(category)?.name ?? category
  return (
    <li className="min-w-0 border-border px-4 py-3 text-13 not-first:border-t">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <CategoryLabel category={category} />
            {changed && <Badge tone="info">Changed</Badge>}
          </p>
          <p className="mt-0.5 text-muted">
            {ruleInWords(rule, categoryById(category)?.disposition === 'fix')}
          </p>
        </div>
        {mayChange && (
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={open}
            aria-label={`${open ? 'Close' : 'Change'} ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Close' : 'Change'}
          </Button>
        )}
      </div>
      {open && <Fields category={category} rule={rule} onChange={onChange} />}
    </li>
  )
}

function Fields({ category, rule, onChange }: Pick<Props, 'category' | 'rule' | 'onChange'>) {
  const [hold, setHold] = useState(rule.holdDays.join(', '))
  const bad = parseDays(hold) === null
  const suppresses = categoryById(category)?.disposition === 'suppress'
  const { list, after } = rule
  const number = (text: string, most: number) => Math.min(most, Math.max(1, Math.round(Number(text)) || 1))
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-4">
      <SelectField
        label="The list"
        value={list}
        onValue={(chosen) => {
          const next = (['at_once', 'suggest', 'never'] as const).find((each) => each === chosen)
          if (next) onChange({ ...rule, list: next })
        }}
      >
        {suppresses && <option value="at_once">Add at once</option>}
        <option value="suggest">Suggest</option>
        <option value="never">Never</option>
      </SelectField>
      {list !== 'never' && (
        <>
          <InputField
            label="At which bounce"
            type="number"
            min={1}
            max={50}
            value={after.bounces}
            onValue={(next) => onChange({ ...rule, after: { ...after, bounces: number(next, 50) } })}
          />
          <Field label="Within days" hint="Empty: ever">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={365}
                value={after.days ?? ''}
                onChange={(event) => {
                  const days = event.target.value === '' ? null : number(event.target.value, 365)
                  onChange({ ...rule, after: { ...after, days } })
                }}
              />
            )}
          </Field>
        </>
      )}
      <InputField
        label="Days of rest"
        hint="3, 14: three days, then fourteen"
        error={bad ? 'Up to five numbers of days.' : undefined}
        inputMode="numeric"
        value={hold}
        onValue={(next) => {
          setHold(next)
          const days = parseDays(next)
          if (days) onChange({ ...rule, holdDays: days })
        }}
      />
    </div>
  )
}
