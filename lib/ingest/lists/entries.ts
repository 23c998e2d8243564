import { splitAddresses } from '@/lib/bounce/address'
import { dateReader } from '../dates'
import { squash } from '../formats/format'
import { cleanAddress, cleanText, cut } from '../text'
import { listFormatById } from './formats'
import { isDomainLike } from './values'
import type { ListFact, ListField, ListSettings } from './types'

/** What a record of a list says: the values it names as they stand there, and why; or what is wrong with it. */
export interface ListEntry {
  values: string[]
  /** Own export: whether the domain counts with its subdomains. */
  scope: 'address' | 'domain' | 'subdomains' | null
  facts: ListFact[]
  /** `until` that can't be read: without it a hold would be for good. */
  badUntil: string | null
}

export type EntryOf = (cells: readonly string[]) => ListEntry

const FAR_FUTURE = 4102444800 // 2100: an expiry lies ahead

/** Makes the function that reads a record's cells as entries. `now` in Unix seconds, for times without a year. */
export function entryReader(settings: ListSettings, timeZone: string, now: number): EntryOf {
  const format = listFormatById(settings.format)
  const names = settings.header.map(squash)
  const { columns } = settings
  const past = dateReader({ timeZone, dayOrder: null, referenceTime: now })
  const ahead = dateReader({ timeZone, dayOrder: null, referenceTime: FAR_FUTURE })
  return (cells) => {
    const cell = (field: ListField) => {
      const index = columns[field]
      return index === undefined ? '' : (cells[index] ?? '')
    }
    const named = (name: string) => {
      const index = columns[name as ListField] ?? names.indexOf(name)
      return index < 0 ? '' : (cells[index] ?? '')
    }
    const until = timeOf(cell('until'), ahead)
    const since = timeOf(cell('since'), past)
    const bounceAt = timeOf(cell('bounceAt'), past)
    const reasonWords = settings.format === 'plain' ? cleanText(cell('reason')) : ''
    const facts = format.reasons(named).map((reason) => ({
      reason,
      note: cut(noteOf(cleanText(cell('note')), reasonWords, reason === null), 500),
      since: typeof since === 'number' ? since : null,
      until: typeof until === 'number' ? until : null,
      category: cleanText(cell('category')),
      source: cleanText(cell('source')),
      bounceAt: typeof bounceAt === 'number' ? bounceAt : null,
    }))
    return {
      values: settings.everyCell
        ? cells.flatMap((each) => valuesIn(each))
        : valuesIn(columns.value === undefined ? '' : (cells[columns.value] ?? '')),
      scope: scopeOf(cell('scope')),
      facts,
      badUntil: until === 'bad' ? cleanText(cell('until')) : null,
    }
  }
}

/** A reason in words we have no name for is kept as the note. */
function noteOf(note: string, reason: string, unknown: boolean): string {
  if (note === '*') return ''
  if (note !== '') return note
  return unknown ? reason : ''
}

function timeOf(cell: string, read: ReturnType<typeof dateReader>): number | null | 'bad' {
  const text = cleanText(cell)
  if (text === '' || /^(?:never|none|null|-|—)$/i.test(text)) return null
  const time = read(text)
  return typeof time === 'number' ? time : 'bad'
}

/** The texts in a cell that each should be one address or domain. */
export function valuesIn(cell: string): string[] {
  const text = cleanAddress(cell)
  if (text === '') return []
  if (!text.includes('@') && !text.includes('＠')) {
    const parts = text.split(/[\s,;|]+/).filter((part) => part !== '')
    return parts.length > 1 && parts.every(isDomainLike) ? parts : [text]
  }
  return splitAddresses(text)
}

function scopeOf(cell: string): ListEntry['scope'] {
  const word = cell.trim().toLowerCase()
  return word === 'address' || word === 'domain' || word === 'subdomains' ? word : null
}
