import type { ReplyFacts } from '@/lib/bounce/facts'
import type { BounceType, Disposition, Layer, ReplyKind } from '@/lib/bounce/types'

/** What "Paste a bounce" says of a text. */
export interface Explanation {
  text: string
  kind: ReplyKind
  /** A category id, `unclassified`, or null where the text is not a bounce. */
  category: string | null
  disposition: Disposition | null
  bounceType: BounceType | null
  confidence: number
  span: { start: number; end: number }
  layer: Layer
  /** The codes of the text in plain sentences. */
  codes: readonly { code: string; meaning: string }[]
  facts: ReplyFacts
}
