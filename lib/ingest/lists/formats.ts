import { squash, yesOrNo } from '../formats/format'
import type { ListField, ListFormatId, ListReason } from './types'

/** A file format of suppression lists: how its header is known and what its rows mean. */
export interface ListFormat {
  id: ListFormatId
  name: string
  /** Whether a header (squashed names) is of this format. */
  match(names: readonly string[]): boolean
  columns: Partial<Record<ListField, readonly string[]>>
  /** Why a row's address is listed; none where the row asks for nothing. `null` where the row does not say. */
  reasons(cell: (name: string) => string): readonly (ListReason | null)[]
}

const always =
  (...reasons: (ListReason | null)[]) =>
  () =>
    reasons
const exactly = (...wanted: string[]) => {
  const key = wanted.toSorted().join()
  return (names: readonly string[]) => names.toSorted().join() === key
}
const has = (names: readonly string[], ...wanted: string[]) => wanted.every((name) => names.includes(name))
const yes = (cell: string) => yesOrNo(cell) === 'yes' || (yesOrNo(cell) === null && cell.trim() !== '')

/** The reason that free words name; null where they name none of ours. */
export function reasonIn(words: string): ListReason | null {
  const text = words.toLowerCase()
  if (/complain|spam|abuse|fbl|feedback/.test(text)) return 'complaint'
  if (/un-?\s*sub|opt(?:ed)?[\s_-]*out|list_unsubscribe|abgemeldet|abmeld|d[eé]sinscri|baja/.test(text))
    return 'unsubscribe'
  if (/bounce|invalid|undeliver|hard|block|reject|suppress|import/.test(text)) return 'imported'
  return /manual|added by hand/.test(text) ? 'manual' : null
}

/** The reason in a cell of our own export; null where it is none of ours. */
function ownReason(cell: string): ListReason | null {
  const word = cell.trim().toLowerCase()
  return word === 'complaint' ||
    word === 'unsubscribe' ||
    word === 'manual' ||
    word === 'bounce' ||
    word === 'imported'
    ? word
    : null
}

const ADDRESS = ['address', 'email', 'emailaddress', 'recipient']
const TIMES = ['createdat', 'created', 'timestamp', 'date']

/** Every known format with a header, the more particular ones first; what fits none is `plain`. */
export const LIST_FORMATS: readonly ListFormat[] = [
  {
    id: 'own',
    name: 'Do Not Email export of Rebound',
    match: (names) => has(names, 'value', 'scope', 'reason', 'until'),
    columns: {
      value: ['value'],
      scope: ['scope'],
      reason: ['reason'],
      category: ['category'],
      until: ['until'],
      bounceAt: ['bounceat'],
      source: ['source'],
      note: ['note'],
      since: ['createdat'],
    },
    reasons: (cell) => [ownReason(cell('reason'))],
  },
  {
    id: 'mailgun_unsubscribes',
    name: 'Mailgun unsubscribes',
    match: (names) =>
      exactly('address', 'tag', 'createdat')(names) || exactly('address', 'tags', 'createdat')(names),
    columns: { value: ['address'], since: ['createdat'], note: ['tag', 'tags'] },
    reasons: always('unsubscribe'),
  },
  {
    id: 'mailgun_complaints',
    name: 'Mailgun complaints',
    match: exactly('address', 'createdat'),
    columns: { value: ['address'], since: ['createdat'] },
    reasons: always('complaint'),
  },
  {
    id: 'mailgun_bounces',
    name: 'Mailgun bounces',
    match: (names) => has(names, 'address', 'code', 'error'),
    columns: { value: ['address'], note: ['error'], since: ['createdat', 'created'] },
    reasons: always('imported'),
  },
  {
    id: 'sparkpost',
    name: 'SparkPost suppression list',
    match: (names) => has(names, 'recipient', 'type', 'description'),
    columns: { value: ['recipient'], note: ['description'], since: ['created', 'createdat', 'updated'] },
    reasons: (cell) => [
      reasonIn(cell('source').replaceAll('_', ' ')) ?? reasonIn(cell('description')) ?? 'imported',
    ],
  },
  {
    id: 'hubspot',
    name: 'HubSpot unsubscribes and bounces',
    match: (names) =>
      names.includes('portalunsubscribe') ||
      names.includes('portalspamreport') ||
      names.includes('portalbounce'),
    columns: {
      value: ['email', 'emailaddress', 'recipient', 'address'],
      note: ['portalbounce'],
      since: TIMES,
    },
    reasons: (cell) => [
      ...(yes(cell('portalspamreport')) ? ['complaint' as const] : []),
      ...(yes(cell('portalunsubscribe')) ? ['unsubscribe' as const] : []),
      ...(yes(cell('portalbounce')) || yes(cell('globalbounce')) ? ['imported' as const] : []),
    ],
  },
  {
    id: 'sendgrid_spam',
    name: 'SendGrid spam reports',
    match: (names) => exactly('created', 'email', 'ip')(names),
    columns: { value: ['email'], since: ['created'] },
    reasons: always('complaint'),
  },
  {
    id: 'sendgrid_unsubscribes',
    name: 'SendGrid unsubscribes',
    match: exactly('created', 'email'),
    columns: { value: ['email'], since: ['created'] },
    reasons: always('unsubscribe'),
  },
  {
    id: 'sendgrid_bounces',
    name: 'SendGrid bounces',
    match: (names) =>
      has(names, 'email', 'reason', 'created') &&
      names.every((name) => ['email', 'reason', 'created', 'status', 'ip', 'type'].includes(name)),
    columns: { value: ['email'], note: ['reason'], since: ['created'] },
    reasons: (cell) => [cell('ip').trim() === '' ? 'imported' : 'complaint'],
  },
  {
    id: 'ses',
    name: 'Amazon SES suppression list',
    match: () => false,
    columns: { value: ADDRESS, reason: ['reason'], since: TIMES },
    reasons: (cell) => [/complaint/i.test(cell('reason')) ? 'complaint' : 'imported'],
  },
  {
    id: 'ses_json',
    name: 'Amazon SES suppression list, JSON',
    match: () => false,
    columns: { value: ['emailaddress'], reason: ['reason'], since: ['lastupdatetime'] },
    reasons: (cell) => [/complaint/i.test(cell('reason')) ? 'complaint' : 'imported'],
  },
]

/** Any table with a column of addresses or domains, or text with one a line. */
export const PLAIN: ListFormat = {
  id: 'plain',
  name: 'List of addresses or domains',
  match: () => true,
  columns: {
    reason: words('reason, suppressionreason, listreason, reasontype, grund, raison, motivo'),
    note: words('note, notes, comment, comments, remark, remarks, description, notiz, bemerkung'),
    since: words(
      'addedat, addedon, added, dateadded, createdat, created, createdate, since, unsubscribedat, unsubscribedon, optoutdate, suppressedat, lastupdatetime, timestamp, date, datum',
    ),
    until: words('until, expires, expiresat, expireson, expiry, expirydate, holduntil, ablauf'),
  },
  reasons: (cell) => [reasonIn(cell('reason'))],
}

/** The entry of a format. */
export function listFormatById(id: ListFormatId): ListFormat {
  return LIST_FORMATS.find((format) => format.id === id) ?? PLAIN
}

function words(list: string): string[] {
  return list.split(',').map(squash)
}
