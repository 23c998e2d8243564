import type { Fragment, ISql, TransactionSql, Sql } from 'postgres'
import { loadTemplates } from '@/db/queries/rules/load-templates'
import { loadRules } from '@/lib/jobs/imports/rules'
import { fail, type Result } from '@/lib/result'
import { markOf } from '@/lib/services/replies/act'
import { MOST_AT_ONCE } from '@/lib/services/replies/move-bounces'
import { editsOfRule } from './previous-rule'
import type { RuleInput } from './rule-input'
import { rowsUnder } from './rows-under'

/**
 * The bounces that a rule would move if it were saved now, last of all or in the place of the rule `editing`: the test and the
 * saving ask for the very same.
 */
export async function planRule(
  sql: Sql | TransactionSql,
  workspaceId: string,
  rule: RuleInput,
  editing?: string,
): Promise<{ where: Fragment }> {
  const [templates, rules] = await Promise.all([loadTemplates(sql, workspaceId), loadRules(sql, workspaceId)])
  if (!editing) return rowsUnder(sql, workspaceId, rule, { templates, earlier: rules.wording })
  const before = await rulesBefore(sql, workspaceId, editing)
  const earlier = rules.wording.filter((each) => before.has(each.id))
  const own = await marksOfRule(sql, workspaceId, editing)
  return rowsUnder(sql, workspaceId, rule, { templates, earlier, own })
}

async function rulesBefore(sql: ISql, workspaceId: string, id: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select r.id from workspace_rules r join workspace_rules own on own.workspace_id = r.workspace_id and own.id = ${id}
    where r.workspace_id = ${workspaceId} and (r.position, r.id) < (own.position, own.id)`
  return new Set(rows.map((row) => row.id))
}

/** What stands at bounces that the rule decided: at their import, when it was made, and when it was edited. */
async function marksOfRule(sql: ISql, workspaceId: string, id: string): Promise<string[]> {
  const [made, edits] = await Promise.all([
    sql<{ actId: string }[]>`
      select id as "actId" from reclassifications where workspace_id = ${workspaceId} and rule_id = ${id}`,
    editsOfRule(sql, workspaceId, id),
  ])
  return [id, ...[...made, ...edits].map((act) => act.actId)].map(markOf)
}

/** A refusal where more bounces meet the condition than one act may move; null where it may. */
export async function refuseTooMany(tx: ISql, where: Fragment): Promise<Result<never> | null> {
  const [found] = await tx<{ n: number }[]>`
    select count(*)::int as n from (select 1 from bounces b where ${where} limit ${MOST_AT_ONCE + 1}) f`
  if (found!.n <= MOST_AT_ONCE) return null
  return fail('precondition_failed', 'That is more than 500,000 bounces at once. Narrow the rule first.')
}
