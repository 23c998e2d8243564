import { squash } from '../formats/format'
import type { Refusal } from './binary'
import { isAddressLike } from './header'
import type { SampleRecord } from './sample'

const list = (what: string): Refusal => ({
  code: 'suppression_list',
  message: `This is ${what}: addresses not to be mailed, without the replies that say why. Import it on the Do Not Email page, and upload the bounces here.`,
})

const ADDRESSES: Refusal = {
  code: 'suppression_list',
  message:
    'This file lists addresses and says nothing else of them, which looks like a Do Not Email list. Import it on the Do Not Email page. If these addresses bounced, export them with the replies or with a column that says so, and upload that.',
}

const SENT: Refusal = {
  code: 'sent_volumes',
  message:
    'This counts the mails each account sent, it lists no bounces. It is not read here. Upload the bounces instead.',
}

const SENT_NAMES = new Set(
  'sent emailssent emailsent sentcount mailssent messagessent totalsent volume sentvolume sends sentemails gesendet versendet envoyes enviados'.split(' '),
) // prettier-ignore
const DETAIL_NAMES = /reason|error|diagnos|message|status|code|bounce|recipient|prospect|lead|grund|fehler/

/** Recognises tables that are known, but hold no bounces: suppression lists and sent volumes. */
export function refuseTable(header: readonly string[] | null, rows: readonly SampleRecord[]): Refusal | null {
  if (isAddressesOnly(header, rows)) return ADDRESSES
  if (!header) return isSes(rows) ? list('an Amazon SES suppression list') : null
  const names = header.map(squash).filter((name) => name !== '')
  const key = [...names].sort().join(',')
  if (key === 'address,createdat,tag' || key === 'address,createdat,tags')
    return list("Mailgun's list of unsubscribes")
  if (key === 'address,createdat') return list("Mailgun's list of complaints")
  if (key === 'created,email,ip') return list("SendGrid's list of spam reports")
  if (key === 'created,email') return list("SendGrid's list of unsubscribes")
  if (
    ['recipient', 'type', 'description'].every((name) => names.includes(name)) &&
    isSparkPost(names, rows)
  ) {
    return list('a SparkPost suppression list')
  }
  const counts = names.findIndex((name) => SENT_NAMES.has(name))
  const addresses =
    rows.length > 0 && rows.every((row) => row.cells.filter((cell) => isAddressLike(cell)).length <= 1)
  const numbers =
    counts >= 0 &&
    rows.length > 0 &&
    rows.every((row) => /^\s*\d[\d.,\s]*$/.test(row.cells[header.map(squash).indexOf(names[counts]!)] ?? ''))
  return numbers && addresses && !names.some((name) => DETAIL_NAMES.test(name)) ? SENT : null
}

/** One column of addresses, whose name does not say that they bounced. */
function isAddressesOnly(header: readonly string[] | null, rows: readonly SampleRecord[]): boolean {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '')
  const names = header ? filled(header).map(squash) : []
  if (names.length > 1 || /bounce|fail|undeliver|invalid|ruckl|rebot/.test(names[0] ?? '')) return false
  const values = rows.map(({ cells }) => filled(cells)).filter((cells) => cells.length > 0)
  const addresses = values.filter(([cell]) => isAddressLike(cell!))
  return (
    values.length > 0 &&
    values.every((cells) => cells.length === 1) &&
    addresses.length >= values.length * 0.8
  )
}

function isSparkPost(names: readonly string[], rows: readonly SampleRecord[]): boolean {
  const type = names.indexOf('type')
  return rows.every((row) => /^(?:non_)?transactional$/i.test(row.cells[type]?.trim() ?? ''))
}

function isSes(rows: readonly SampleRecord[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(
      ({ cells }) => isAddressLike(cells[0] ?? '') && /^\s*(?:BOUNCE|COMPLAINT)\s*$/.test(cells[1] ?? ''),
    )
  )
}

/** The same for JSON: a suppression list, or a kind of file that is not read. */
export function refuseJson(line: string): Refusal {
  if (/"emailAddress"\s*:/.test(line) && /"reason"\s*:\s*"(?:BOUNCE|COMPLAINT)"/.test(line)) {
    return list('an Amazon SES suppression list')
  }
  return {
    code: 'json',
    message:
      'This is JSON of a kind we do not know. Upload a CSV, a KumoMTA log (one JSON object a line) or a mail log.',
  }
}
