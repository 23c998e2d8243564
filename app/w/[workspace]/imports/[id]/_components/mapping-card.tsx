'use client'

import type { ReactNode } from 'react'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/input'
import { Meter } from '@/components/ui/meter'
import { READ_AS, type ReadAs } from '@/lib/ingest/settings'
import type { ImportSettings, PreviewColumn } from '@/lib/services/imports/views'
import { FIELD_LABELS } from '../../_components/labels'

const COLUMNS: readonly Column[] = [
  { id: 'name', label: 'Column in the file', width: 164 },
  { id: 'first', label: 'First value' },
  { id: 'as', label: 'Read as', width: 216 },
  { id: 'confidence', label: 'Confidence', width: 150 },
]

interface Props {
  columns: readonly PreviewColumn[]
  settings: ImportSettings
  onChange: (part: Partial<ImportSettings>) => void
  /** Takes every change back; absent where nothing was changed. */
  onReset?: () => void
  remembered: boolean
  note?: ReactNode
}

/** The columns of the file and what each is read as. */
export function MappingCard({ columns, settings, onChange, onReset, remembered, note }: Props) {
  const { mapping } = settings
  const readAs = (position: number, as: ReadAs) =>
    onChange({ mapping: mapping.map((now, i) => (i === position ? as : now)) })
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
      {columns.length === 0 && (
        <p className="px-4 pb-4 text-13 text-muted">This is a log: its lines say themselves what is what.</p>
      )}
      <TableScroll label="Columns">
        <DataTable
          cards
          caption="Columns of the file, their first value and what they are read as"
          columns={COLUMNS}
          className="sm:min-w-[640px]"
        >
          {columns.map((column) => (
            <MappingRow
              key={column.position}
              column={column}
              as={mapping[column.position] ?? 'ignore'}
              onChange={(as) => readAs(column.position, as)}
            />
          ))}
        </DataTable>
      </TableScroll>
    </Card>
  )
}

interface RowProps {
  column: PreviewColumn
  as: ReadAs
  onChange: (as: ReadAs) => void
}

function MappingRow({ column, as, onChange }: RowProps) {
  const name = column.header || `Column ${column.position + 1}`
  return (
    <tr>
      <RowHead title={name}>{name}</RowHead>
      <Cell card="wide" className="font-mono text-12 text-muted" title={column.samples.join('\n')}>
        {column.samples[0] ?? <span className="font-sans">empty</span>}
      </Cell>
      <Cell card="wide">
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
      </Cell>
      <Cell card="corner">
        {as === column.field ? (
          <Meter confidence={as === 'ignore' ? 0 : column.confidence / 5} />
        ) : (
          'Your choice'
        )}
      </Cell>
    </tr>
  )
}
