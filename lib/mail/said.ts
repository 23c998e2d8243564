import { parseAddress } from '@/lib/bounce/address'
import { isRule } from './report-words'
import type { Failure } from './types'

const ADDRESS = String.raw`[^\s<>"'()\[\],;:|@*]{1,64}@(?:[^\s<>"'()\[\],;:|@.*]{1,63}\.)+[^\s<>"'()\[\],;:|@.*]{1,63}`

/** Keys that begin a paragraph of their own about each recipient. */
const KEY = String.raw`(?:unknown user|user unknown|user mailbox exceeds allowed size|(?:failed |undeliverable )?(?:recipient|address)|error[ -]for)\s*:\s*`

/** Such a key that tells the cause. */
const TELLS = /^\W*(?:unknown user|user unknown|user mailbox)/i

/** Lines that begin with the failed address: a qmail, Postfix, Exim, Courier or Domino report, and most others. */
const LEADING = new RegExp(
  String.raw`^[\s>*•-]*(?:[\w .,'"-]{0,60}?[<(\[]|${KEY}[<"'(\[]*)?\s*(?:mailto:|rfc822;|smtp:)?(${ADDRESS})[>)\]"]*(?:\s*[<(\[](?:mailto:)?${ADDRESS}[>)\]]+)?\s*(.*)$`,
  'iu',
)

/** `Recipient: a@b` in the wordings servers use; the sender's own keys stand in SENDER. */
const KEYED = new RegExp(
  String.raw`(?:^|[\s(\[,])(?:(?:original|final|intended|failed|bad|invalid|your|the)[\s_-]*)?(?:recipients?(?:[\s_-]*(?:e-?mail)?[\s_-]*address(?:es)?)?|rcpt[\s_-]*to|address(?:ed)?(?:[\s_-]*to)?|destination|e-?mail(?:[\s_-]*address)?|mailbox|to|user|for|unknown user|user unknown|exceeds allowed size|undeliverable to|delivered to|destinataire|empf(?:ä|ae)nger|destinatari[oa]|adressat|odbiorca|ontvanger|得?宛先|收件人|Получатель)(?:\s*[:=：]\s*|\s+|(?<=\W)|(?=[<"'(]))[<"'(]*(?:mailto:|rfc822;)?(${ADDRESS})`,
  'iu',
)
/** The same recipient under the name it was written to. */
const ALIAS = /^\s*original (?:e-?mail )?(?:address|recipient)\b/i
const ANYWHERE = new RegExp(ADDRESS, 'giu')
const SENDER =
  /^\W*(?:from|sender|mail from|original sender|return-path|reply-to|message-id|subject|postmaster(?!@)|contact|reporting-mta|von|de|absender|expéditeur|remitente)\b\s*:?/i

/** Addresses that speak for a system, not for a person who was written to. */
const SYSTEM =
  /^(?:mailer-daemon|postmaster|abuse|noreply|no-reply|support|hostmaster|double-bounce|bounce[s+-].*)@/i

/** Nothing but addresses, between commas. */
const LISTED = new RegExp(String.raw`^(?:\s*[,;]\s*<?${ADDRESS}>?)+[\s,;.]*$`, 'iu')

/** Nothing stands before the address; a sentence that only names it again does not. */
const BEGINS = new RegExp(String.raw`^[\s>*•<(\[-]*(?:mailto:|rfc822;|smtp:)?${ADDRESS}`, 'iu')

/** An X.400 name around an address: `c=US;a= ;p=Org;o=Site;dda:SMTP=k@example.com;` */
const X400 = /^\s*c=[^@]{0,200}?(?:SMTP|RFC-?822)=([^;\s]+);?/i

/** What the mail was about says nothing of why it came back. */
const SUBJECT =
  /^[\s>*|-]*(?:subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|temat|ämne|emne|тема|件名|主题|主旨|主\s*题|제목)\s*[:：]/i

/** Longer lines are no report's own words. */
const MAX_LINE = 4096

interface Paragraph {
  recipients: string[]
  words: string[]
}

type Accepts = (address: string) => boolean

function canonical(text: string, accepts: Accepts): string | null {
  const parsed = parseAddress(text.replace(/[.>]+$/, ''))
  return parsed.ok && accepts(parsed.address) ? parsed.address : null
}

/** Splits what a report says into failed addresses, each with the words that follow it. */
function paragraphs(lines: readonly string[], accepts: Accepts): Paragraph[] {
  const found: Paragraph[] = []
  let open: Paragraph | null = null
  let gap = false
  let ruled = false
  for (const line of lines) {
    const leading = SENDER.test(line) || (open && startsAsReply(line)) ? null : LEADING.exec(line)
    const address = leading?.[1] ? canonical(leading[1], accepts) : null
    const again = address !== null && open?.recipients.includes(address) && !BEGINS.test(line)
    if (address && !again) {
      const rest =
        startsAsReply(line) || TELLS.test(line) ? line.trim() : (leading?.[2] ?? '').replace(/^[\s:.,-]+/, '')
      if (!open || open.words.length > 0) found.push((open = { recipients: [], words: [] }))
      for (const each of [address, ...listed(leading?.[2] ?? '', accepts)])
        if (!open.recipients.includes(each)) open.recipients.push(each)
      if (rest) open.words.push(rest)
      gap = ruled = false
    } else if (isRule(line)) ruled = true
    else if (line.trim() === '') gap = true
    else if (open && (isReply(line) || (!ruled && (!gap || /^$|:$/.test(open.words.at(-1) ?? ''))))) {
      open.words.push(line.trim())
      gap = false
    }
  }
  return found
}

/** Further addresses of a list that a line begins with. */
function listed(rest: string, accepts: Accepts): string[] {
  if (!LISTED.test(rest)) return []
  return rest.split(/[,;]/).flatMap((part) => canonical(part.trim().replace(/^<|>$/g, ''), accepts) ?? [])
}

const startsAsReply = (line: string): boolean => /^\W*(?:smtp[;:]\s*)?[245]\d\d[\s:#-]|^\W*<<</.test(line)

const isReply = (line: string): boolean =>
  /^\W*(?:smtp[;:]\s*)?[245]\d\d[\s:#-]|^\W*<<<|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line)

/** Failed addresses named by a key or else anywhere; a bare `To:` is often a summary of the mail and counts after other keys. */
function named(lines: readonly string[], accepts: Accepts): Map<string, string[]> {
  const withoutTo = keyed(lines.filter((line) => !/^\s*to\s*:/i.test(line)), accepts) // prettier-ignore
  const found = withoutTo.size > 0 ? withoutTo : keyed(lines, accepts)
  return found.size > 0 ? found : firstAnywhere(lines, accepts)
}

/** Each keyed address with the words of its paragraph. */
function keyed(lines: readonly string[], accepts: Accepts): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  let open: string[] | null = null
  for (const line of lines) {
    const name = SENDER.test(line) ? '' : (KEYED.exec(line)?.[1] ?? '')
    const address = canonical(name, accepts)
    if (address && !byKey.has(address) && !(open && ALIAS.test(line))) byKey.set(address, (open = []))
    if (line.trim() === '') open = null
    else open?.push(line.trim())
  }
  return byKey
}

function firstAnywhere(lines: readonly string[], accepts: Accepts): Map<string, string[]> {
  for (const line of lines.filter((one) => !SENDER.test(one))) {
    for (const [text] of line.matchAll(ANYWHERE)) {
      const address = canonical(text, accepts)
      if (address) return new Map([[address, [line.trim()]]])
    }
  }
  return new Map()
}

/** Replies of servers quoted anywhere in the text, the last one first: the transcript ends with what decided. */
export function repliesIn(lines: readonly string[]): string[] {
  return lines
    .filter((line) => isReply(line) && !/^\W*2\d\d\b/.test(line))
    .map((line) => line.trim())
    .toReversed()
}

/**
 * The failed recipients a text names, each with the words about it. Addresses of the report's own sender and receiver and
 * of systems are taken only where the text names no other.
 */
export function failuresIn(text: string, own: ReadonlySet<string>): Failure[] {
  const said = text.split(/\r?\n/).filter((line) => !SUBJECT.test(line))
  const lines = said.map((line) =>
    line
      .slice(0, MAX_LINE)
      .replace(/^(?:>|\|) ?/, '')
      .replace(X400, ' $1 '),
  )
  const tries: Accepts[] = [(a) => !own.has(a) && !SYSTEM.test(a), (a) => !SYSTEM.test(a), () => true]
  for (const accepts of tries) {
    const failures = failuresAmong(lines, accepts)
    if (failures.length > 0) return failures
  }
  return []
}

/** Of a session's transcript only what the other server said (`<<<`): the lines between are the MTA's own reading of it. */
function withoutTranscript(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => /transcript of session/i.test(line))
  if (start < 0 || !lines.slice(start).some((line) => line.startsWith('<<<'))) return lines
  const heard = lines
    .slice(start)
    .filter((line) => line.startsWith('<<<') && !/need rcpt|no valid recipients/i.test(line))
  return [...lines.slice(0, start), ...heard.map((line) => line.slice(3).trim())]
}

function failuresAmong(given: readonly string[], accepts: Accepts): Failure[] {
  const lines = withoutTranscript(given)
  const told = paragraphs(lines, accepts)
  const replies = repliesIn(lines).slice(0, 3).join(' ')
  const whole = lines.join(' ').replace(/\s+/g, ' ').slice(0, 4000)
  const failure = (recipient: string, said: readonly string[]): Failure => ({
    recipient,
    // What a server said, before what a program made of it in the reader's language.
    diagnostics: [...said.toSorted(repliesUp), replies].filter((words) => words !== ''),
    whole,
    status: null,
    remoteMta: null,
    action: 'failed',
  })
  const byRecipient = new Map<string, string[]>(
    told.length > 0
      ? together(told)
      : [...named(lines, accepts)].map(([recipient, words]) => [recipient, [words.join(' ')]]),
  )
  return alone(
    [...byRecipient].map(([recipient, said]) => failure(recipient, said)),
    introduction(lines, [...byRecipient.keys()]),
  )
}

/** What is said before the first recipient is named. */
function introduction(lines: readonly string[], recipients: readonly string[]): string {
  const names = lines.findIndex((line) =>
    recipients.some((recipient) => line.toLowerCase().includes(recipient)),
  )
  return lines.slice(0, Math.max(names, 0)).join(' ').replace(/\s+/g, ' ').slice(0, 4000)
}

const repliesUp = (a: string, b: string): number => Number(startsAsReply(b)) - Number(startsAsReply(a))

/** Everything said of each recipient, where several paragraphs are about one. */
function together(told: readonly Paragraph[]): Map<string, string[]> {
  const byRecipient = new Map<string, string[]>()
  for (const { recipients, words } of told)
    for (const recipient of recipients)
      byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), words.join(' ')])
  return byRecipient
}

/** The whole text speaks for a recipient only where it names no other; of several, only what stands before them all. */
function alone(failures: Failure[], before: string): Failure[] {
  return failures.length === 1 ? failures : failures.map((failure) => ({ ...failure, whole: before || null }))
}
