import { categoryById } from './categories'
import { firstCodes } from './codes'
import type { BounceType, Reply } from './types'

/** Whether a code says that it is for now. 4.0.0 says nothing: relays write it where they were told no code. */
export function isTemporaryCode(code: string): boolean {
  return code.startsWith('4') && code !== '4.0.0'
}

/** The type of a bounce that a person or a rule puts into a category: hard only where the category is and the reply is not temporary. */
export function typeUnder(category: string, reply: Reply): BounceType | '' {
  const known = categoryById(category)
  if (!known) return ''
  if (known.bounceType === 'soft') return 'soft'
  const told = firstCodes(reply.diagnostic)
  const code = reply.smtpCode || told.reply || reply.enhancedCode || told.enhanced
  return isTemporaryCode(code) ? 'soft' : 'hard'
}
