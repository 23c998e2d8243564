import { loadBounce, type Bounce } from '@/db/queries/bounces/load-bounce'
import { neighboursOf } from '@/db/queries/bounces/neighbours'
import { anchorOf } from '@/db/queries/bounces/order'
import { recipientHistory, type RecipientHistory } from '@/db/queries/bounces/recipient-history'
import { loadDecision, type Decision } from '@/db/queries/replies/load-decision'
import { replyFigures, type ReplyFigures } from '@/db/queries/replies/reply-figures'
import { classify } from '@/lib/bounce/classify'
import { explainEnhancedCode, explainReplyCode, firstCodes } from '@/lib/bounce/codes'
import { formatBounceKey, parseBounceKey } from '@/lib/bounce/key'
import type { Evidence } from '@/lib/bounce/types'
import type { Context } from '@/lib/services/context'
import type { List } from './list'

export interface DrawerData {
  key: string
  bounce: Bounce
  /** What recognition says of the reply today; null where the stored category is not from it. */
  evidence: Evidence | null
  codes: { code: string; meaning: string }[]
  decision: Decision | null
  reply: ReplyFigures | null
  history: RecipientHistory
  previous: string | null
  next: string | null
}

/** Everything known of the bounce a URL names, or null where there is none of that key. */
export async function loadDrawer(ctx: Context, list: List, text: string): Promise<DrawerData | null> {
  const { sql, workspace } = ctx
  const key = parseBounceKey(text)
  const bounce = key && (await loadBounce(sql, workspace.id, key))
  if (!bounce) return null
  const [decision, reply, history, beside] = await Promise.all([
    loadDecision(sql, workspace.id, bounce),
    replyFigures(sql, workspace.id, bounce.templateId),
    recipientHistory(sql, workspace.id, bounce.recipient),
    neighboursOf(sql, list.scope, list.sort, anchorOf(bounce, list.sort.key)),
  ])
  return {
    key: formatBounceKey(bounce),
    bounce,
    evidence: evidenceOf(bounce),
    codes: codesOf(bounce),
    decision,
    reply,
    history,
    previous: beside.previous && formatBounceKey(beside.previous),
    next: beside.next && formatBounceKey(beside.next),
  }
}

function evidenceOf({
  diagnostic,
  smtpCode,
  enhancedCode,
  vendorClass,
  category,
  decidedBy,
}: Bounce): Evidence | null {
  if (decidedBy.startsWith('workspace_rule:')) return null
  const verdict = classify({
    diagnostic,
    smtpCode: smtpCode || undefined,
    enhancedCode: enhancedCode || undefined,
    vendorClass: vendorClass || undefined,
  })
  return verdict.category === category ? verdict.evidence : null
}

function codesOf(bounce: Bounce): DrawerData['codes'] {
  const found = firstCodes(bounce.diagnostic)
  const reply = bounce.smtpCode || found.reply
  const enhanced = bounce.enhancedCode || found.enhanced
  return [
    { code: reply, meaning: explainReplyCode(reply) },
    { code: enhanced, meaning: explainEnhancedCode(enhanced) },
  ].flatMap(({ code, meaning }) => (code && meaning ? [{ code, meaning }] : []))
}
