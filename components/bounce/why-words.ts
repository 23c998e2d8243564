import type { Evidence, Layer } from '@/lib/bounce/types'
import { formatDay } from '@/lib/format'

export interface Decided {
  category: string
  /** What recognition says today; null where the category was not decided by it, or by an earlier version. */
  evidence: Evidence | null
  /** As stored: `layer:rule`. */
  decidedBy: string
  /** The codes of the reply, reply code first. */
  codes: readonly string[]
  vendorClass: string
  /** A person's decision and its day, where there is one. */
  decision: { by: string | null; day: string; wholeReply: boolean } | null
}

/** One or two plain sentences on what decided a bounce's category. */
export function whyWords({ category, evidence, decidedBy, codes, vendorClass, decision }: Decided): string {
  if (decidedBy.startsWith('workspace_rule')) return personWords(decision)
  const layer = (evidence?.layer ?? decidedBy.split(':')[0]) as Layer
  if (category === 'unclassified' || layer === 'none') {
    return 'Neither the words nor the codes of the reply name a cause. It waits for a person.'
  }
  const told = evidence?.text.replace(/\s+/g, ' ').trim()
  const code = evidence?.rule ?? decidedBy.split(':')[1] ?? ''
  switch (layer) {
    case 'words':
      return told
        ? `${decide(told)}${outrank(told, codes)}`
        : 'The words of the reply decided when it was imported.'
    case 'model':
      return told
        ? `No known wording. As a whole it reads like this cause, most of all “${shorten(told)}”.`
        : 'No known wording. As a whole it reads like this cause.'
    case 'enhanced_code':
      return `The words alone do not name a cause, so the code ${code} decides.`
    case 'reply_code':
      return `Neither words nor an enhanced code name a cause, so the reply code ${code} decides. That is a weak sign.`
    case 'vendor_class':
      return `The reply says too little, so the class your sending tool gave it decides: ${vendorClass || code}.`
    default:
      return 'It was decided when it was imported.'
  }
}

function personWords(decision: Decided['decision']): string {
  if (!decision) return 'A rule of your workspace decides.'
  const who = decision.by ?? 'Somebody'
  const on = formatDay(decision.day, 'full')
  return decision.wholeReply
    ? `${who} put every bounce with this reply here on ${on}. Your workspace’s rule outranks ours.`
    : `${who} moved this bounce here on ${on}.`
}

function decide(told: string): string {
  const text = shorten(told)
  return isOneWord(told) ? `The word “${text}” decides.` : `The words “${text}” decide.`
}

function outrank(told: string, codes: readonly string[]): string {
  const code = codes.at(-1)
  return code ? ` ${isOneWord(told) ? 'It outranks' : 'They outrank'} the code ${code}.` : ''
}

function isOneWord(text: string): boolean {
  return !/\s/.test(text)
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 87).trimEnd()}…` : text
}
