import { z } from 'zod'
import { FORMAT_IDS } from './formats/ids'
import { MAX_COLUMNS } from './limits'
import { FIELDS } from './types'

export const READ_AS = [...FIELDS, 'ignore'] as const
export type ReadAs = (typeof READ_AS)[number]

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Everything the reader needs to know of a file, all of which a person may correct. */
export const readerSettingsSchema = z.strictObject({
  format: z.enum(FORMAT_IDS),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  /** null for formats that are not tables. */
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  /** 0-based physical line of the header; null where the first line is data. */
  headerLine: z.int().min(0).max(1000).nullable(),
  /** Column names as they stand in the file; invented (`Column 1`) where it has none. */
  header: z.array(z.string().max(1000)).max(MAX_COLUMNS),
  /** Column index → what it is read as; a column that is not named is ignored. */
  mapping: z.record(z.string().regex(/^\d{1,4}$/), z.enum(READ_AS)),
  /** Zone of times that do not name one. */
  timeZone: z.string().max(64).refine(isTimeZone, 'This time zone is not known.'),
  dayOrder: z.enum(['day_first', 'month_first']).nullable(),
  /** Sending account of rows that name none. */
  fallbackAccount: z.string().max(320).nullable(),
  /** Day (in `timeZone`) of rows that have no time. */
  fallbackDay: day.nullable(),
  /** When the file came, in Unix seconds: what is later is refused, a date without a year is the last one before. */
  referenceTime: z.int().min(0),
})
export type ReaderSettings = z.infer<typeof readerSettingsSchema>

/** The columns that are read as `field`, in order. */
export function columnsOf(settings: ReaderSettings, field: ReadAs): number[] {
  return Object.entries(settings.mapping)
    .filter(([, as]) => as === field)
    .map(([index]) => Number(index))
    .sort((a, b) => a - b)
}

/** What a column is called in messages. */
export function columnName(settings: ReaderSettings, index: number): string {
  const name = settings.header[index]?.trim()
  return name ? name : `Column ${index + 1}`
}

/** Key under which a mapping is remembered: the header's names, without the columns that our reject report adds. */
export function headerKey(settings: ReaderSettings): string {
  if (settings.headerLine === null) return `${settings.format} without header, ${settings.header.length}`
  const names = settings.header.map((name) => name.trim().toLowerCase())
  return [settings.format, ...names.filter((name) => !name.startsWith('rebound_'))].join('\u001f')
}
