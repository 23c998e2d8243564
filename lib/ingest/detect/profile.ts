import { dateShape } from '../dates'
import { judgeStatus } from '../formats/generic'
import { yesOrNo } from '../formats/format'
import type { Field } from '../types'
import { isAddressLike } from './header'
import type { SampleRecord } from './sample'

/** What the values of a column look like, as shares of the filled cells. */
export interface Profile {
  filled: number
  first: string
  distinct: number
  address: number
  date: number
  smtpCode: number
  enhancedCode: number
  reply: number
  status: number
  length: number
}

const REPLY =
  /(?:^|\D)[245]\d\d[ -][^\s]|(?:^|[^\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])|mailbox|unknown user|user unknown|rejected|quota|undeliver|denied|blocked/i
const STATUS =
  /^(?:(?:hard|soft|block|blocked|permanent|transient|general)(?:[ _-]?(?:bounced?|fail(?:ure|ed)?))?|bounced?|failed|failure|error|invalid|unsubscribed)$/i

/** Profiles column `index` over sampled records. */
export function profileOf(records: readonly SampleRecord[], index: number): Profile {
  const values = records
    .map((record) => record.cells[index]?.trim().slice(0, 400) ?? '')
    .filter((value) => value !== '')
  const shareOf = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length
  return {
    filled: values.length,
    first: values[0] ?? '',
    distinct: new Set(values).size,
    address: shareOf(
      (value) => isAddressLike(value) || /^[^@]*<[^\s@]+@[^\s@]+>$/.test(value) || /^mailto:/i.test(value),
    ),
    date: shareOf((value) => value.length > 5 && dateShape(value) !== null),
    smtpCode: shareOf((value) => /^[2-5]\d\d(?:\.0)?$/.test(value)),
    enhancedCode: shareOf((value) => /^[245]\.\d{1,3}\.\d{1,3}(?:\s|$)/.test(value)),
    reply: shareOf((value) => value.length > 8 && REPLY.test(value)),
    status: shareOf((value) => STATUS.test(value) || judgeStatus(value) !== null || yesOrNo(value) !== null),
    length: values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length),
  }
}

/** Whether what a column holds speaks for (1), against (-1) or neither (0) for a field. */
export function fit(field: Field, profile: Profile): -1 | 0 | 1 {
  if (profile.filled === 0) return 0
  const { filled, distinct, address, date, smtpCode, enhancedCode, reply, status, length } = profile
  switch (field) {
    case 'recipient':
    case 'sendingAccount':
      return address >= 0.3 ? 1 : -1
    case 'occurredAt':
      return date >= 0.3 ? 1 : -1
    case 'smtpCode':
      return smtpCode >= 0.3 ? 1 : reply > 0.5 && length < 20 ? 0 : -1
    case 'enhancedCode':
      return enhancedCode >= 0.3 ? 1 : -1
    case 'diagnostic':
      if (address > 0.7 || date > 0.7 || smtpCode > 0.7) return -1
      if (reply >= 0.2 || length > 20) return 1
      return status > 0.7 && filled >= 5 && distinct <= 3 ? -1 : 0
    case 'vendorClass':
      if (address > 0.5 || date > 0.5 || smtpCode > 0.5 || enhancedCode > 0.5 || length > 40) return -1
      return status >= 0.5 ? 1 : 0
    default:
      return address > 0.5 || date > 0.5 ? -1 : 0
  }
}
