import type { Fragment, ISql } from 'postgres'
import type { StoredTemplate } from '@/db/queries/rules/load-templates'
import { hasCode, saysWords, type WordingRule } from '@/lib/bounce/own-rules'

/** What a rule is held against; its id does not matter. */
export type Conditions = Omit<WordingRule, 'id' | 'category'>

interface Rule extends Conditions {
  category: string
}

interface Beside {
  templates: readonly StoredTemplate[]
  /** The rules that decide before it. */
  earlier: readonly Conditions[]
  /** What stands at bounces that an earlier form of the rule decided. */
  own?: readonly string[]
}

/**
 * The bounces of the past that a rule behind `earlier` would move, as a condition on `bounces b`; wrapped, because awaiting a bare fragment
 * would send it. What a person or an earlier rule decides is left out.
 */
export function rowsUnder(
  sql: ISql,
  workspaceId: string,
  rule: Rule,
  { templates, earlier, own: marks = [] }: Beside,
): { where: Fragment } {
  const own = meets(sql, rule, templates)
  const said = templates.filter((template) => saysWords(template.text, rule.words))
  const others = earlier.map((each) => meets(sql, each, said))
  const taken = others.reduce((all, each) => sql`${all} or ${each}`, sql`false`)
  return {
    where: sql`b.workspace_id = ${workspaceId} and ${own} and not (${taken})
      and b.category <> ${rule.category} and (b.decided_by not like 'workspace_rule:%' or b.decided_by = any(${[...marks]}::text[]))
      and not exists (select 1 from template_rules t where t.workspace_id = b.workspace_id and t.template_id = b.template_id)`,
  }
}

function meets(sql: ISql, rule: Conditions, templates: readonly StoredTemplate[]): Fragment {
  const said = templates.filter((template) => saysWords(template.text, rule.words))
  const ids = said.map((template) => template.id)
  const provider = rule.provider === '' ? sql`` : sql`and b.provider = ${rule.provider}`
  const account = rule.account === '' ? sql`` : sql`and b.account = ${rule.account}`
  return sql`(b.template_id = any(${ids}::uuid[]) ${provider} ${account} ${codeOf(sql, rule.code, said)})`
}

/** A code that stands only in the text is the same in every bounce of a template. */
function codeOf(sql: ISql, code: string, said: readonly StoredTemplate[]): Fragment {
  if (code === '') return sql``
  const column = code.includes('.') ? sql`b.enhanced_code` : sql`b.smtp_code`
  const told = said
    .filter(({ text }) => hasCode(code, { template: text, smtpCode: '', enhancedCode: '' }))
    .map((template) => template.id)
  return sql`and (${column} = ${code} or (${column} = '' and b.template_id = any(${told}::uuid[])))`
}
