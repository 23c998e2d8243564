import type { CategoryId } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import type { Layer, Verdict } from '@/lib/bounce/types'
import { cleanText, cut } from '@/lib/ingest/text'
import { causeIn } from './report-words'
import type { Failure } from './types'

/** The words and codes of a failure that decided; classified again by themselves they give the same verdict. */
export interface Recognised {
  verdict: Verdict<CategoryId>
  diagnostic: string
  smtpCode: string | null
  enhancedCode: string | null
}

/** What a reply says, it says in the first of so many characters. */
const MAX_WORDS = 8000

/** What no server waits for. */
const isGone = ({ verdict }: Recognised): boolean => verdict.category === 'invalid_recipient'

const isCause = ({ category }: Verdict): boolean => category !== null && category !== 'unclassified'

/** One line as a bounce is stored. */
function plain(text: string): string {
  return cut(cleanText(causeIn(text.slice(0, 64_000))).replace(/\s+/g, ' '), MAX_WORDS).trim()
}

function judge(diagnostic: string, smtpCode: string | null, enhancedCode: string | null): Recognised {
  const verdict = classify({
    diagnostic,
    ...(smtpCode === null ? {} : { smtpCode }),
    ...(enhancedCode === null ? {} : { enhancedCode }),
  })
  return { verdict, diagnostic, smtpCode, enhancedCode }
}

/** What the other server said, where a report puts words of its own before it, and then the whole. */
function repliesFirst(said: string): string[] {
  const text = plain(said)
  const at = text.search(/(?<=[a-z] ?: ?|[a-z]["'[(] ?)[245]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3}\b|[<a-z])/i)
  return at > 0 ? [text.slice(at), text] : [text]
}

/** Words that a server said, and no program made of them. */
const isReply = ({ diagnostic }: Recognised): boolean => /^[245]\d\d[ -]/.test(diagnostic)

const MOST_SENTENCES = 40

function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/(?<=[.:!?。]) /)
    .slice(0, MOST_SENTENCES)
}

/**
 * What of all that is said decides: words about this recipient, then the enhanced code, then the words of the whole report,
 * then any code.
 */
export function recognise(failure: Failure): Recognised {
  const { diagnostics, whole, status, action } = failure
  const own = (diagnostics.length > 0 ? diagnostics : [''])
    .flatMap(repliesFirst)
    .map((said) => judge(said, null, status))
  const by = (layer: Layer) => own.find(({ verdict }) => verdict.evidence.layer === layer && isCause(verdict))
  const general = () => {
    if (!whole) return undefined
    const inWords = ({ verdict }: Recognised) => verdict.evidence.layer === 'words' && isCause(verdict)
    const told = judge(plain(whole), null, status)
    if (inWords(told) || told.verdict.kind === 'bounce')
      return inWords(told) && !(action === 'delayed' && isGone(told)) ? told : undefined
    // `Please reply to …` at the foot of a report says nothing of its cause.
    return sentencesOf(whole)
      .map((said) => judge(said, null, status))
      .find(inWords)
  }
  const [reply] = own
  const decided =
    by('words') ??
    (reply && isReply(reply) && reply.verdict.evidence.layer === 'model' ? reply : undefined) ??
    by('enhanced_code') ??
    general() ??
    by('reply_code') ??
    own[0]!
  // A report that says "failed" is a failure, whatever its words are about; an automatic answer is none.
  const { kind } = decided.verdict
  const contradicts = action === 'failed' && kind !== 'bounce' && (kind !== 'auto_reply' || status !== null)
  return withCodes(contradicts ? judge('', null, status) : decided, plain(diagnostics[0] ?? ''))
}

/** The codes of the reply beside the words that decided, unless the words would be read otherwise with them. */
function withCodes(decided: Recognised, said: string): Recognised {
  const smtp = /(?<![\d.])[45]\d\d(?![\d.])/.exec(said)?.[0] ?? null
  const enhanced = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(said)?.[0] ?? decided.enhancedCode
  if (smtp === decided.smtpCode && enhanced === decided.enhancedCode) return decided
  const told = judge(decided.diagnostic, smtp, enhanced)
  const { kind, category, bounceType } = decided.verdict
  const same =
    told.verdict.kind === kind && told.verdict.category === category && told.verdict.bounceType === bounceType
  return same ? told : decided
}
