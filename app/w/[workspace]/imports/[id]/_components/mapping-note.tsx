import type { ReactNode } from 'react'
import { zoneCity } from '@/lib/format'
import type { ImportPreview, ImportSettings } from '@/lib/services/imports/views'

/** What a person should know of the guess: how dates are read, and which columns are only guessed. */
export function mappingNote(preview: ImportPreview, settings: ImportSettings): ReactNode {
  const guessed = preview.columns.filter((column) => column.confidence > 0 && column.confidence <= 2)
  const notes: ReactNode[] = guessed.map((column) => (
    <span key={column.position}>
      <b className="font-semibold text-text">
        {column.header || `Column ${column.position + 1}`} is a guess.
      </b>{' '}
      Change it above if that is wrong.{' '}
    </span>
  ))
  notes.push(...preview.notes.map((note) => <span key={note}>{note} </span>))
  if (settings.mapping.includes('occurredAt')) notes.push(<span key="dates">{datesAreRead(settings)}</span>)
  return notes.length > 0 ? notes : undefined
}

function datesAreRead({ dayOrder, timeZone }: ImportSettings): string {
  const order =
    dayOrder === 'day_first' ? ', the day first' : dayOrder === 'month_first' ? ', the month first' : ''
  return `Times without a zone are read as ${zoneCity(timeZone)} time${order}.`
}
