import { createHash } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'

/** The workspace's own decisions, template id → category. */
export async function loadRules(sql: Sql | TransactionSql, workspaceId: string): Promise<[string, string][]> {
  const rows = await sql<{ templateId: string; category: string }[]>`
    select template_id as "templateId", category from template_rules
    where workspace_id = ${workspaceId} order by template_id`
  return rows.map((row) => [row.templateId, row.category])
}

/** Changes whenever a rule does: a stage made under other rules is made again. */
export function signatureOf(rules: [string, string][]): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)
}
