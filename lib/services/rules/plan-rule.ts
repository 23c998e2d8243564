import type { Fragment, TransactionSql, Sql } from 'postgres'
import { loadTemplates } from '@/db/queries/rules/load-templates'
import { loadRules } from '@/lib/jobs/imports/rules'
import type { RuleInput } from './rule-input'
import { rowsUnder } from './rows-under'

/** The bounces that a rule would move if it were saved now: the test and the saving ask for the very same. */
export async function planRule(
  sql: Sql | TransactionSql,
  workspaceId: string,
  rule: RuleInput,
): Promise<{ where: Fragment }> {
  const [templates, rules] = await Promise.all([loadTemplates(sql, workspaceId), loadRules(sql, workspaceId)])
  return rowsUnder(sql, workspaceId, rule, { templates, earlier: rules.wording })
}
