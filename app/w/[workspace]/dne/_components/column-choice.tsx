'use client'

import { useTransition } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { chooseAction } from '../file-actions'

interface Props {
  slug: string
  fileId: string
  header: readonly string[]
  value: number
}

/** Which column of a file holds the addresses; another one has the file read anew. */
export function ColumnChoice({ slug, fileId, header, value }: Props) {
  const [pending, start] = useTransition()
  return (
    <Field label="Column of the addresses">
      {(control) => (
        <Select
          {...control}
          aria-busy={pending}
          disabled={pending}
          value={value}
          onChange={(event) => {
            const column = Number(event.target.value)
            start(async () => {
              const result = await chooseAction(slug, { fileId, column })
              if (!result.ok) toast(result.error.message, { kind: 'failed' })
            })
          }}
        >
          {header.map((name, index) => (
            <option key={index} value={index}>
              {name.trim() || `Column ${index + 1}`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
