import { categoryById } from '@/lib/bounce/categories'
import type { HandedContact } from '@/lib/resubmit/message'
import { BYTE_ORDER_MARK, csvRow } from '@/lib/services/exports/csv-row'

type Column = readonly [name: string, value: (contact: HandedContact) => string]

const firstName = (name: string | null) => name?.trim().split(/\s+/)[0] ?? ''
const lastName = (name: string | null) => name?.trim().split(/\s+/).slice(1).join(' ') ?? ''

/** Columns as sending tools name them. */
const COLUMNS: readonly Column[] = [
  ['email', (contact) => contact.recipient],
  ['first_name', (contact) => firstName(contact.name)],
  ['last_name', (contact) => lastName(contact.name)],
  ['name', (contact) => contact.name ?? ''],
  ['campaign', (contact) => contact.campaign],
  ['sending_account', (contact) => contact.account],
  ['last_category', (contact) => categoryById(contact.category as never)?.name ?? contact.category],
  ['last_bounce_at', (contact) => contact.bouncedAt.toISOString().replace('.000Z', 'Z')],
  ['tries', (contact) => String(contact.tries)],
]

/** Contacts as CSV for a sending tool: UTF-8 with a byte order mark, safe to open in a spreadsheet. */
export function contactsCsv(contacts: readonly HandedContact[]): string {
  const head = csvRow(COLUMNS.map(([name]) => name))
  return `${BYTE_ORDER_MARK}${head}${contacts.map((contact) => csvRow(COLUMNS.map(([, value]) => value(contact)))).join('')}`
}
