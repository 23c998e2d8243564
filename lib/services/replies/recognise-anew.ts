import { classify } from '@/lib/bounce/classify'

/** A stored reply. */
export interface StoredReply {
  diagnostic: string
  smtpCode: string
  enhancedCode: string
  vendorClass: string
}

/** What recognition says of a stored bounce today. One that it takes for no bounce at all waits for a person instead of vanishing. */
export function recogniseAnew(reply: StoredReply): {
  category: string
  type: 'hard' | 'soft' | ''
  confidence: number
  decidedBy: string
} {
  const verdict = classify({
    diagnostic: reply.diagnostic,
    smtpCode: reply.smtpCode || undefined,
    enhancedCode: reply.enhancedCode || undefined,
    vendorClass: reply.vendorClass || undefined,
  })
  return {
    category: verdict.category ?? 'unclassified',
    type: verdict.bounceType ?? '',
    confidence: verdict.confidence,
    decidedBy: `${verdict.evidence.layer}:${verdict.evidence.rule}`.slice(0, 200),
  }
}
