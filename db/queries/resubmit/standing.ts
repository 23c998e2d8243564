import type { Fragment, ISql } from 'postgres'
import type { Rule } from '@/lib/resubmit/rules'

/** A moment in a workspace: what contacts are depends on it. */
export interface Moment {
  workspaceId: string
  now: Date
  rules: readonly Rule[]
  /** True where `anna+news@` is the same person as `anna@`. */
  plusTags: boolean
}

/**
 * Contacts with what they are at a moment, as a relation: every column of `contacts`, `state`, `fixed_at`, `until` (of a hold) and
 * `listed_for` (the strongest reason). `only` is a condition on `contacts c`. The twin of lib/resubmit/eligibility.ts.
 */
export function standing(sql: ISql, moment: Moment, only: Fragment = sql`true`): Fragment {
  const { workspaceId, rules } = moment
  return sql`
    select c.*, r.needs_fix, f.fixed_at, d.until, d.listed_for,
      case when d.for_good then 'listed'
        when o.recipient is not null then 'in_batch'
        when (case when r.needs_fix then c.tries_after_fix else c.tries end) >= r.max then 'given_up'
        when d.until is not null then 'resting'
        when r.needs_fix and (f.fixed_at is null or f.fixed_at < c.bounced_at) then 'waiting'
        else 'ready' end as state
    from contacts c
    join (${ruleRows(sql, rules)}) r on r.category = c.category
    left join (${lastFixes(sql, workspaceId)}) f on f.category = c.category and f.account = c.account
    left join batch_contacts o on o.workspace_id = ${workspaceId} and o.recipient = c.recipient and o.open
    left join lateral (${listing(sql, moment)}) d on true
    where c.workspace_id = ${workspaceId} and ${only}`
}

function ruleRows(sql: ISql, rules: readonly Rule[]): Fragment {
  const categories = rules.map((rule) => rule.category)
  const waiting = rules.filter((rule) => rule.needsFix).map((rule) => rule.category)
  const most = rules.map((rule) => rule.max)
  return sql`
    select category, category = any(${waiting}::text[]) as needs_fix, max
    from unnest(${categories}::text[], ${most}::int[]) u(category, max)`
}

function lastFixes(sql: ISql, workspaceId: string): Fragment {
  return sql`select category, account, max(fixed_at) as fixed_at from fixes
    where workspace_id = ${workspaceId} and undone_at is null group by category, account`
}

/** What stands on the Do Not Email list for `c`: its address, its domain, and domains above that are listed with all below. */
function listing(sql: ISql, { workspaceId, now, plusTags }: Moment): Fragment {
  return sql`
    select bool_or(x.until is null) as for_good, max(x.until) as until,
      (array_agg(x.reason order by (x.until is null) desc, x.reason = 'complaint' desc, x.reason = 'unsubscribe' desc))[1]
        as listed_for
    from (
      select c.recipient as value
      ${plusTags ? sql`union select regexp_replace(c.recipient, '[+][^@]*@', '@')` : sql``}
      union all
      select array_to_string(p[i:], '.') from string_to_array(c.domain, '.') p, generate_subscripts(p, 1) i) v
    join dne_reasons x on x.workspace_id = ${workspaceId} and x.value = v.value
    where (x.until is null or x.until > ${now}) and (x.scope <> 'domain' or x.value = c.domain)
    having count(*) > 0`
}
