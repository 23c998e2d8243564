import { parseAddress } from '@/lib/bounce/address'
import { MAIL_LIMITS } from '@/lib/mail/limits'
import { dateReader, type DateProblem } from './dates'
import { MAX_COLUMNS, MAX_FIELD } from './limits'
import type { ReaderSettings } from './settings'
import type { RejectReason, RowOutcome } from './types'

/** A refused record, as the reader gives it and the database keeps it. */
export type Reject = Pick<Extract<RowOutcome, { kind: 'rejected' }>, 'line' | 'reason' | 'column' | 'value'>

/** A few words for each reason, for summaries. */
export const REJECT_TITLES: Record<RejectReason, string> = {
  no_address: 'No address',
  bad_address: 'Address can’t be read',
  bad_date: 'Time can’t be read',
  bad_quotes: 'Broken quotes',
  field_too_long: 'Too long',
  too_many_columns: 'Wrong number of columns',
  bad_bytes: 'Damaged characters',
  bad_json: 'Broken JSON',
  binary: 'Not text',
  mail_too_large: 'Mail too large',
}

/** One sentence or two: line, column and value of a refused record, what is wrong and what to do. */
export function rejectMessage(reject: Reject, settings: ReaderSettings): string {
  const { line, column, value } = reject
  const where = column === null ? `Line ${line}` : `Line ${line}, ${column}`
  const said = value === '' ? '' : ` “${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`
  return `${where}:${said} ${rejectProblem(reject, settings)}`
}

/** What is wrong with a refused record and what to do, without its place. */
export function rejectProblem(reject: Reject, settings: ReaderSettings): string {
  switch (reject.reason) {
    case 'no_address':
      if (settings.format === 'mail')
        return 'The report does not say whom it could not reach. If you find the address, import it as a row of a CSV.'
      return 'There is no address. Fill in the recipient’s address.'
    case 'bad_address':
      return addressProblem(reject.value)
    case 'bad_date':
      return dateProblem(reject.value, settings)
    case 'bad_quotes':
      return 'A quote is opened and not closed, or closed too early. Write quotes inside a cell twice ("").'
    case 'field_too_long':
      return `The text is longer than ${MAX_FIELD / 1024} kB. Shorten it.`
    case 'too_many_columns':
      return reject.value.length > 0 && settings.header.length > 0
        ? `The row has more cells than the header (${settings.header.length}). Put quotes around cells that hold a ${nameOf(settings.delimiter)}.`
        : `The row has more than ${MAX_COLUMNS} cells. Split it into one row a bounce.`
    case 'bad_bytes':
      return 'Some characters of the address are damaged. Type the address again.'
    case 'bad_json':
      return 'The line is not one whole JSON object. Repair it or take it out.'
    case 'binary':
      return 'The line is not text. Take it out.'
    case 'mail_too_large':
      return `The mail is larger than ${MAIL_LIMITS.bytes / 1024 / 1024} MB, or has more parts than a report ever has. Take out what is attached to it.`
  }
}

function addressProblem(value: string): string {
  const parsed = parseAddress(value)
  const why = parsed.ok ? 'The list of addresses can’t be taken apart.' : parsed.why
  return `${why} Correct the address.`
}

const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

function nameOf(delimiter: ReaderSettings['delimiter']): string {
  return delimiter === null ? 'separator' : NAMES[delimiter]
}

const DATE_PROBLEMS: Record<Exclude<DateProblem, 'contradicts_order' | 'order_unknown'>, string> = {
  unreadable: 'This is not a time we can read. Write it as 2025-01-31 14:05:00.',
  impossible: 'There is no such day or time. Correct it.',
  unknown_zone: 'We do not know this time zone. Write the offset, as in +01:00, or leave the zone out.',
  too_early: 'This is before 1990. Correct the date.',
  in_future: 'This is later than the upload of the file. Correct the date.',
}

function dateProblem(value: string, settings: ReaderSettings): string {
  if (value === '') return 'There is no time. Fill it in, or choose a day for rows without one.'
  const why = dateReader(settings)(value)
  if (typeof why === 'number') return 'The time could not be read under the settings of this import.'
  if (why === 'order_unknown') return 'Day and month can’t be told apart. Choose their order for this file.'
  if (why !== 'contradicts_order') return DATE_PROBLEMS[why]
  const order =
    settings.dayOrder === 'day_first' ? 'the day first, then the month' : 'the month first, then the day'
  return `Dates of this file have ${order}, and this one does not fit. Correct it.`
}
