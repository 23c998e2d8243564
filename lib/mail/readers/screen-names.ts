import { first } from '../headers'
import type { Reading, Report } from '../types'

const REFUSES = /could not be delivered because they are not accepting mail[^:]*/

const REASON = 'The recipient does not accept such mail from this sender'

/** AOL names people by screen names, without the domain that its own address has. */
export function readScreenNames({ root, text }: Report): Reading | null {
  const domain = /mailer-daemon@((?:\w+\.)?aol\.com)/i.exec(first(root.headers, 'from'))?.[1]
  const refusal = domain ? REFUSES.exec(text) : null
  if (!domain || !refusal) return null
  const names = text.slice(refusal.index).matchAll(/^[ \t]+([a-z0-9._]{3,32})[ \t]*$/gim)
  const failures = [...names].map(([, name]) => ({
    recipient: `${name}@${domain}`.toLowerCase(),
    diagnostics: [REASON],
    whole: null,
    status: null,
    remoteMta: null,
    action: 'failed' as const,
  }))
  return failures.length > 0 ? { failures, reportingMta: null } : null
}
