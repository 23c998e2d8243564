import { dateShape } from '../dates'
import { decodeText } from '../encoding'
import { sampleRecords } from './sample'
import { formatById } from '../formats'
import { openReader } from '../read'
import { columnsOf, type ReaderSettings } from '../settings'
import type { RowOutcome } from '../types'
import type { Found } from './found'
import { saysUtc } from './table'

export type Question = 'day_order' | 'time_zone' | 'sending_account' | 'day'

/** Settles the day/month order where the values tell it, and says what a person has to add. */
export function questionsOf(
  found: Found,
  head: Uint8Array,
  whole: boolean,
): Found & { questions: Question[] } {
  const text = decodeText(head, found.settings.encoding)
  const dates = dateTexts(found.settings, text, whole)
  const { dayOrder, contradicts } = orderOf(dates.map((date) => date.order))
  // What this file's own dates tell counts for more than what was settled for another.
  const settings = { ...found.settings, dayOrder: dayOrder ?? found.settings.dayOrder }
  const ambiguous = dayOrder === null && dates.some((date) => date.order === 'either')
  const notes = contradicts
    ? [
        ...found.notes,
        'Some dates have the day first and some the month: rows that do not fit your choice are refused.',
      ]
    : found.notes

  const outcomes = readHead({ ...settings, dayOrder: settings.dayOrder ?? 'day_first' }, head, whole)
  const rows = outcomes.filter((outcome) => outcome.kind === 'row')
  const questions: Question[] = []
  if (ambiguous || contradicts) questions.push('day_order')
  const utc = formatById(settings.format).utc === true || found.columns.some(saysUtc)
  if (!utc && dates.some((date) => !date.zoned)) questions.push('time_zone')
  if (rows.some((outcome) => outcome.row.sendingAccount === null)) questions.push('sending_account')
  if (lacksTimes(outcomes)) questions.push('day')
  return { ...found, settings, notes, questions }
}

function readHead(settings: ReaderSettings, head: Uint8Array, whole: boolean): RowOutcome[] {
  const reader = openReader({ ...settings, fallbackAccount: null, fallbackDay: null })
  const outcomes = reader.push(head)
  // One large mail ends beyond the head, but what it reports stands at its beginning.
  return whole || (outcomes.length === 0 && settings.format === 'mail')
    ? [...outcomes, ...reader.end()]
    : outcomes
}

function lacksTimes(outcomes: readonly RowOutcome[]): boolean {
  return outcomes.some((outcome) =>
    outcome.kind === 'row'
      ? outcome.row.occurredAt === null
      : outcome.kind === 'rejected' && outcome.reason === 'bad_date' && outcome.value === '',
  )
}

type DateShape = NonNullable<ReturnType<typeof dateShape>>

function dateTexts(settings: ReaderSettings, text: string, whole: boolean): DateShape[] {
  if (settings.delimiter === null)
    return settings.format === 'postfix' ? [{ zoned: /^\d{4}-/.test(text), order: 'none' }] : []
  const column = columnsOf(settings, 'occurredAt')[0]
  if (column === undefined) return []
  const rows = sampleRecords(text, settings.delimiter, whole, 100_000).filter(
    ({ line }) => line > (settings.headerLine ?? -1),
  )
  const values = new Set(rows.map(({ cells }) => cells[column]?.trim() ?? ''))
  return [...values].map(dateShape).filter((shape) => shape !== null)
}

function orderOf(orders: readonly DateShape['order'][]): {
  dayOrder: ReaderSettings['dayOrder']
  contradicts: boolean
} {
  const day = orders.includes('day_first')
  const month = orders.includes('month_first')
  if (day && month) return { dayOrder: null, contradicts: true }
  return { dayOrder: day ? 'day_first' : month ? 'month_first' : null, contradicts: false }
}
