import { formatById } from '@/lib/ingest/formats'
import { columnsOf, type ReaderSettings } from '@/lib/ingest/settings'
import type { RefusalCode } from '@/lib/ingest/detect/binary'
import type { Question } from '@/lib/ingest/detect/questions'
import type { ImportQuestion, ImportSettings, PreviewColumn } from './views'

/** What detection left with an import. */
export type StoredDetection =
  | {
      ok: true
      questions: Question[]
      notes: string[]
      columns: { sample: string; confidence: number }[]
      remembered: boolean
    }
  | { ok: false; message: string; code?: RefusalCode }

/** The part of the reader's settings that a person sees and corrects. */
export function settingsView(settings: ReaderSettings): ImportSettings {
  return {
    format: settings.format,
    mapping: settings.header.map((_, index) => settings.mapping[index] ?? 'ignore'),
    timeZone: settings.timeZone,
    dayOrder: settings.dayOrder,
    account: settings.fallbackAccount ?? '',
    day: settings.fallbackDay,
  }
}

/** The columns of the file with what they are read as. */
export function columnsView(
  settings: ReaderSettings,
  columns: readonly { sample: string; confidence: number }[],
): PreviewColumn[] {
  return settings.header.map((header, position) => ({
    position,
    header,
    field: settings.mapping[position] ?? 'ignore',
    samples: columns[position]?.sample ? [columns[position].sample] : [],
    confidence: columns[position]?.confidence ?? 0,
  }))
}

const FIELDS = {
  day_order: 'dayOrder',
  day: 'day',
  time_zone: 'timeZone',
  sending_account: 'account',
} as const

/** What is to be asked of this file; `required` is what must be answered before the dry run. */
export function questionsView(settings: ReaderSettings, questions: readonly Question[]): ImportQuestion[] {
  const asked: ImportQuestion[] = questions.map((question) => ({
    field: FIELDS[question],
    required:
      (question === 'day_order' && settings.dayOrder === null) ||
      (question === 'day' && settings.fallbackDay === null),
  }))
  if (settings.delimiter === null) return asked
  if (columnsOf(settings, 'recipient').length === 0) asked.unshift({ field: 'recipient', required: true })
  if (columnsOf(settings, 'diagnostic').length === 0) asked.push({ field: 'diagnostic', required: false })
  return asked
}

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const

/** What the file is, for people: `Any CSV, comma, UTF-8`. */
export function formatLabel({ format, delimiter, encoding }: ReaderSettings): string {
  const parts = [
    formatById(format).name,
    delimiter === null ? '' : DELIMITERS[delimiter],
    ENCODINGS[encoding],
  ]
  return parts.filter((part) => part !== '').join(', ')
}
