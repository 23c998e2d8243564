'use client'

import { SelectField } from '@/components/ui/labelled'
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
    <SelectField
      label="Read as"
      hint={formats.find((format) => format.id === value)?.about}
      error={problem}
      className="max-w-xl"
      value={value}
      onValue={(next) => onChange({ format: next as FormatId })}
    >
      {formats.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
