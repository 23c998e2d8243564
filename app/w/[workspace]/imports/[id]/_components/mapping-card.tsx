'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/input'
import { Meter } from '@/components/ui/meter'
import { READ_AS, type ReadAs } from '@/lib/ingest/settings'
import type { PreviewColumn } from '@/lib/services/imports/views'
import { FIELD_LABELS } from '../../_components/labels'

interface Props {
  columns: readonly PreviewColumn[]
  mapping: readonly ReadAs[]
  onChange: (position: number, as: ReadAs) => void
  /** Takes every change back; absent where nothing was changed. */
  onReset?: () => void
  remembered: boolean
  note?: ReactNode
}

/** The columns of the file and what each is read as. */
export function MappingCard({ columns, mapping, onChange, onReset, remembered, note }: Props) {
  return (
    <Card
      padded={false}
      title="How the columns are read"
      description={
        remembered
          ? 'As you settled it for the last file with this header'
          : 'Your choice is remembered for files with this header'
      }
      actions={
        onReset && (
          <Button size="sm" variant="quiet" onClick={onReset}>
            Start over
          </Button>
        )
      }
      note={note}
    >
      <div tabIndex={0} role="region" aria-label="Columns" data-inner-focus className="overflow-x-auto">
        <table className="w-full min-w-[640px] table-fixed text-13">
          <caption className="sr-only">
            Columns of the file, their first value and what they are read as
          </caption>
          <colgroup>
            <col className="w-[164px]" />
            <col />
            <col className="w-[216px]" />
            <col className="w-[136px]" />
          </colgroup>
          <thead className="text-left text-12 text-muted">
            <tr>
              {['Column in the file', 'First value', 'Read as', 'Confidence'].map((title) => (
                <th
                  key={title}
                  scope="col"
                  className="h-8 border-b border-border px-2 font-medium first:pl-4 last:pr-4"
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <Row
                key={column.position}
                column={column}
                as={mapping[column.position] ?? 'ignore'}
                onChange={(as) => onChange(column.position, as)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const cell = 'h-9 truncate border-b border-border px-2 in-[tr:last-child]:border-b-0'

function Row({
  column,
  as,
  onChange,
}: {
  column: PreviewColumn
  as: ReadAs
  onChange: (as: ReadAs) => void
}) {
  const name = column.header || `Column ${column.position + 1}`
  return (
    <tr className="hover:bg-hover">
      <th scope="row" className={`${cell} pl-4 text-left font-medium`} title={name}>
        {name}
      </th>
      <td className={`${cell} font-mono text-12 text-muted`} title={column.samples.join('\n')}>
        {column.samples[0] ?? <span className="font-sans">empty</span>}
      </td>
      <td className={`${cell} overflow-visible`}>
        <Select
          className="h-7"
          aria-label={`Read ${name} as`}
          value={as}
          onChange={(event) => onChange(event.target.value as ReadAs)}
        >
          {READ_AS.map((field) => (
            <option key={field} value={field}>
              {FIELD_LABELS[field]}
            </option>
          ))}
        </Select>
      </td>
      <td className={`${cell} pr-4`}>
        {as === column.field ? <Meter confidence={column.confidence} /> : <span>Your choice</span>}
      </td>
    </tr>
  )
}
