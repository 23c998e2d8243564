import type { Judge, Judgement, TableFormat } from './format'
import { yesOrNo } from './format'
import { ALIASES } from './aliases'
import type { SkipReason } from '../types'

const BOUNCED: Judgement = { vendorClass: 'generic:bounced' }
const NOT_A_BOUNCE: Judgement = { skip: 'not_a_bounce' }

const UNTOLD: Judgement = { vendorClass: '' }

/** Event words of sales tools and providers that are no bounce, squashed to letters. */
const SKIPPED: Record<string, SkipReason> = {
  ...all('delivered', 'delivered delivery sent send accepted processed success successful ok zugestellt gesendet delivre envoye entregado enviado'),
  ...all('delayed', 'deferred delayed delay deliverydelayed transient temporaryfailure queued retrying pending scheduled'),
  ...all('not_a_bounce', 'open opened click clicked replied reply responded interested subscribed active valid verified finished completed inprogress notsent skipped paused notbounced nobounce'),
  ...all('complaint', 'complaint complained spam spamreport spamreported markedasspam spamcomplaint abuse feedback'),
  ...all('unsubscribe', 'unsubscribe unsubscribed optedout optout listunsubscribe groupunsubscribe abgemeldet desinscrit'),
  ...all('auto_reply', 'autoreply autoreplied autoresponse autoresponder automaticreply outofoffice ooo vacation'),
  ...all('challenge_response', 'challenge challengeresponse challengeverification'),
  ...all('echo', 'dropped drop suppressed suppressbounce onaccountsuppressionlist generatebounce previouslybounced'),
} // prettier-ignore

function all(why: SkipReason, words: string): Record<string, SkipReason> {
  return Object.fromEntries(words.split(' ').map((word) => [word, why]))
}

/** What a cell of a status, event or yes/no column says of its record. */
export function judgeStatus(cell: string): Judgement | null {
  const word = cell.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  if (Object.hasOwn(SKIPPED, word)) return { skip: SKIPPED[word]! }
  return null
}

const FAILURE = /(?:^|[^\d.])[45]\d\d(?![\d.])|(?:^|[^\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/

/** `Delivered`, `Unsubscribed` or `Spam` may be told of the mail or the lead too; only a reply's code makes it a bounce. */
const mayStandBeside = (skip: SkipReason | undefined): boolean =>
  skip === 'delivered' || skip === 'unsubscribe' || skip === 'complaint'

/** `Sent` or `Active` may be the state of the mail or the lead, with the bounce told beside it: then the reply counts. */
function outweighed(
  { skip }: Judgement,
  texts: readonly number[],
  cell: (column: number) => string,
): boolean {
  if (skip === 'not_a_bounce') return texts.some((column) => cell(column).trim() !== '')
  return mayStandBeside(skip) && texts.some((column) => FAILURE.test(cell(column).slice(0, 200)))
}

function isEmpty(columns: readonly number[], cell: (column: number) => string): boolean {
  for (const column of columns) if (cell(column).trim() !== '') return false
  return true
}

const judge: NonNullable<TableFormat['judge']> = (_header, mapped) => {
  const status = mapped.get('vendorClass')?.[0]
  const texts = ['diagnostic', 'smtpCode', 'enhancedCode'].flatMap((f) => mapped.get(f as 'diagnostic') ?? [])
  const times = mapped.get('occurredAt') ?? []
  const isContactList = (status !== undefined || texts.length > 0) && times.length > 0
  const lastColumn = Math.max(...texts, ...times, status ?? 0)
  const recipient = mapped.get('recipient')?.[0] ?? -1
  const known = new Map<string, Judgement | null>()

  const byStatus = (cell: string): Judgement | null => {
    let found = known.get(cell)
    if (found === undefined) {
      found = judgeStatus(cell)
      if (known.size > 1000) known.clear()
      known.set(cell, found)
    }
    return found
  }

  const read: Judge = (cell, count) => {
    const said = status === undefined ? '' : cell(status)
    if (said !== '') {
      const found = byStatus(said)
      if (found) return outweighed(found, texts, cell) ? UNTOLD : found
      const answer = yesOrNo(said)
      if (answer === 'yes') return BOUNCED
      if (answer === 'no' && isEmpty(texts, cell)) return NOT_A_BOUNCE
      if (answer === 'no') return UNTOLD
      return null
    }
    // A list of contacts: one without a reply, a code, a class and a time has not bounced. A row cut short is no contact.
    if (!isContactList || count <= lastColumn || !isEmpty(texts, cell) || !isEmpty(times, cell)) return null
    return cell(recipient).includes('@') ? NOT_A_BOUNCE : null
  }
  return read
}

/** Any other table: columns are guessed by name and content, and a person corrects the guess. */
export const generic: TableFormat = {
  id: 'generic',
  kind: 'table',
  name: 'Any CSV',
  about: 'Any table with an address in each row; you say what its columns are, and we remember it.',
  vendorPrefix: 'generic',
  match: () => 0.1,
  columns: ALIASES,
  judge,
  sampleName: 'bounces.csv',
  sample: [
    'Email,Bounce message,SMTP code,Sent from,Sequence,Bounced at',
    'nora@hillside-dental.example,"550 5.1.1 User unknown",550,anna@acme.example,Dentists Q3,2025-09-03 09:14:02',
    'tom@brightworks.example,"552 5.2.2 Mailbox full",552,ben@acme.example,Agencies,2025-09-03 09:15:40',
    'lea@fjordtech.example,"554 5.7.1 Message rejected due to content restrictions",554,anna@acme.example,Nordics,2025-09-04 07:58:11',
    '',
  ].join('\r\n'),
}
