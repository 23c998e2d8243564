'use client'

import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/labelled'
import type { DnePolicy } from '@/lib/dne/policy'

interface Props {
  options: DnePolicy['options']
  mayChange: boolean
  onChange: (options: DnePolicy['options']) => void
}

/** What holds for all categories. */
export function Options({ options, mayChange, onChange }: Props) {
  return (
    <Card title="For all categories">
      <div className="grid gap-3 text-13 sm:grid-cols-2">
        <SelectField
          label="A contact that was tried again has recovered after"
          disabled={!mayChange}
          value={options.quietDays}
          onValue={(next) => onChange({ ...options, quietDays: next === '14' ? 14 : 7 })}
        >
          <option value={7}>7 quiet days</option>
          <option value={14}>14 quiet days</option>
        </SelectField>
        <label className="flex items-start gap-2 self-end">
          <Checkbox
            className="mt-0.5"
            disabled={!mayChange}
            checked={options.plusTags}
            onChange={(event) => onChange({ ...options, plusTags: event.target.checked })}
          />
          <span>
            Addresses that differ in a +tag only are one person
            <span className="block text-12 text-muted">anna+news@acme.io is listed with anna@acme.io</span>
          </span>
        </label>
      </div>
    </Card>
  )
}
