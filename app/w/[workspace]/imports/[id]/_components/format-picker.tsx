'use client'

import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { FormatId } from '@/lib/ingest/formats/ids'
import type { ImportSettings } from '@/lib/services/imports/views'

/** A format that files are read as. */
export interface FormatChoice {
  id: FormatId
  name: string
  /** One sentence: where such a file comes from. */
  about: string
}

interface Props {
  formats: readonly FormatChoice[]
  value: FormatId
  onChange: (change: Partial<ImportSettings>) => void
  problem: string | undefined
}

/** What the file is read as: found by itself, and corrected here where that is wrong. */
export function FormatPicker({ formats, value, onChange, problem }: Props) {
  return (
    <Field
      label="Read as"
      hint={formats.find((format) => format.id === value)?.about}
      error={problem}
      className="max-w-xl"
    >
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange({ format: event.target.value as FormatId })}
        >
          {formats.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
