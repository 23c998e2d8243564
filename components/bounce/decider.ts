import { isCategoryId } from '@/lib/bounce/categories'
import { RULES } from '@/lib/bounce/categories/rules'
import type { Decided } from './why-words'

/** What of a reply decided, in a few words, and for known wording a reply that says the same; null where nothing or a person did. */
export function deciderOf(
  decided: Pick<Decided, 'category' | 'evidence' | 'decidedBy'>,
): { by: string; example?: string } | null {
  const { category, evidence, decidedBy } = decided
  const [storedLayer, storedRule = ''] = decidedBy.split(':', 2)
  const layer = evidence?.layer ?? storedLayer
  const rule = evidence?.rule ?? storedRule
  switch (layer) {
    case 'words': {
      const known = isCategoryId(category) ? RULES[category].find((each) => each.id === rule) : undefined
      return { by: 'Wording that we know', ...(known && { example: known.example }) }
    }
    case 'model':
      return { by: 'Likeness to replies that we know' }
    case 'enhanced_code':
      return { by: `Enhanced status code ${rule}` }
    case 'reply_code':
      return { by: `Reply code ${rule}` }
    case 'vendor_class':
      return { by: 'The class your sending tool gave it' }
    default:
      return null
  }
}
