import type { Explanation } from '@/components/guide/explanation'
import { classify } from '@/lib/bounce/classify'
import { explainEnhancedCode, explainReplyCode, firstCodes } from '@/lib/bounce/codes'
import { replyFacts } from '@/lib/bounce/facts'

/** What a pasted reply means, with the words that decided. Pure. */
export function explain(text: string): Explanation {
  const { kind, category, disposition, bounceType, confidence, evidence } = classify({ diagnostic: text })
  const { reply, enhanced } = firstCodes(text)
  const meanings: Explanation['codes'] = [
    { code: reply, meaning: explainReplyCode(reply) },
    { code: enhanced, meaning: explainEnhancedCode(enhanced) },
  ].flatMap(({ code, meaning }) => (meaning ? [{ code, meaning }] : []))
  return {
    text,
    kind,
    category,
    disposition,
    bounceType,
    confidence,
    span: { start: evidence.start, end: evidence.end },
    layer: evidence.layer,
    codes: meanings,
    facts: replyFacts({ diagnostic: text, category: category ?? '' }),
  }
}
