import { isCategoryId, type CategoryId } from './categories'
import { readEnhanced, readReply } from './classify/code-table'
import { codesBeside, type Codes } from './classify/reply-codes'
import { readWords } from './classify/tokens'
import { rank } from './model/predict'
import type { Reply } from './types'

const MOST = 2
/** The model's best guess must be this likely for its guesses to say anything, and every further one this much. */
const BEST = 0.35
const LEAST = 0.15

function byWording(text: string, codes: Codes): CategoryId[] {
  const ranked = rank(text, codes)
  if (ranked.length === 0 || ranked[0]!.sure < BEST) return []
  return ranked
    .filter(({ sure }) => sure >= LEAST)
    .map(({ label }) => label)
    .filter((label) => isCategoryId(label))
}

function byCodes({ reply, enhanced }: Codes): readonly CategoryId[] {
  const read = (enhanced && readEnhanced(enhanced)) || (reply && readReply(reply)) || undefined
  return read ? read.categories : []
}

/**
 * The two likeliest causes of a reply that recognition leaves open: those that the model finds in its wording, then those its codes
 * are used for. Only where something speaks for them, so often fewer than two.
 */
export function guess(reply: Reply): CategoryId[] {
  readWords(reply.diagnostic)
  const codes = codesBeside(reply)
  return [...new Set([...byWording(reply.diagnostic, codes), ...byCodes(codes)])].slice(0, MOST)
}
