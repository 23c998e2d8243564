import type { ISql } from 'postgres'
import { z } from 'zod'
import { ruleInput } from './rule-input'

/** A rule on words as an act keeps it that edited it. */
export const previousRule = ruleInput.extend({ id: z.guid() })
export type PreviousRule = z.infer<typeof previousRule>

/** Reads what an act keeps; null for acts that edited no rule. */
export function previousRuleOf(text: string | null): PreviousRule | null {
  if (!text?.startsWith('{')) return null
  const parsed = previousRule.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

interface Edit {
  actId: string
  at: Date
  undone: boolean
}

/** The acts that edited a rule. */
export async function editsOfRule(sql: ISql, workspaceId: string, ruleId: string): Promise<Edit[]> {
  const acts = await sql<(Edit & { previousRule: string })[]>`
    select id as "actId", created_at as at, undone_at is not null as undone, previous_rule as "previousRule"
    from reclassifications
    where workspace_id = ${workspaceId} and template_id is null and previous_rule is not null`
  return acts.filter((act) => previousRuleOf(act.previousRule)?.id === ruleId)
}
