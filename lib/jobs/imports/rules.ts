import { createHash } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'
import type { OwnRules, WordingRule } from '@/lib/bounce/own-rules'

/** The workspace's own decisions that are in force. */
export async function loadRules(sql: Sql | TransactionSql, workspaceId: string): Promise<OwnRules> {
  const templates = await sql<{ templateId: string; category: string }[]>`
    select template_id as "templateId", category from template_rules
    where workspace_id = ${workspaceId} order by template_id`
  const wording = await sql<WordingRule[]>`
    select id, words, code, provider, account, category from workspace_rules
    where workspace_id = ${workspaceId} and enabled order by position, id`
  return {
    templates: templates.map((row) => [row.templateId, row.category]),
    wording: wording.map((row) => ({ ...row })),
  }
}

/** Changes whenever a rule does: a stage made under other rules is made again. */
export function signatureOf(rules: OwnRules): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)
}
