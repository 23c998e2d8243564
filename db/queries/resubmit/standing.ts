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
 * Contacts with what they are at a moment, as a relation: every column of `contacts`, `state`, `needs_fix`, `fixed_at`, `until` (of a
 * hold) and `complained`. `only` is a condition on `contacts c`. The twin of lib/resubmit/eligibility.ts.
 */
export function standing(sql: ISql, moment: Moment, only: Fragment = sql`true`): Fragment {
  const { workspaceId, rules } = moment
  return sql`
    with base as materialized (select c.* from contacts c where c.workspace_id = ${workspaceId} and ${only})
    select b.*, r.needs_fix, f.fixed_at, l.until, l.complained,
      case when l.for_good then 'listed'
        when o.recipient is not null then 'in_batch'
        when (case when r.needs_fix then b.tries_after_fix else b.tries end) >= r.max then 'given_up'
        when l.until is not null then 'resting'
        when r.needs_fix and (f.fixed_at is null or f.fixed_at < b.bounced_at) then 'waiting'
        else 'ready' end as state
    from base b
    join (${ruleRows(sql, rules)}) r on r.category = b.category
    left join (${lastFixes(sql, workspaceId)}) f on f.category = b.category and f.account = b.account
    left join batch_contacts o on o.workspace_id = ${workspaceId} and o.recipient = b.recipient and o.open
    left join (${listing(sql, moment)}) l on l.recipient = b.recipient`
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

/** What stands on the Do Not Email list for those in `base`: their address, their domain, and domains above that are listed with all below. */
function listing(sql: ISql, { workspaceId, now, plusTags }: Moment): Fragment {
  const stands = sql`x.workspace_id = ${workspaceId} and (x.until is null or x.until > ${now})`
  const facts = sql`x.until is null as for_good, x.until, x.reason = 'complaint' as complained`
  const untagged = sql`
    union all select recipient, regexp_replace(recipient, '[+][^@]*@', '@') from base where recipient like '%+%'`
  return sql`
    select recipient, bool_or(for_good) as for_good, max(until) as until, bool_or(complained) as complained
    from (
      select k.recipient, ${facts}
      from (select recipient, recipient as value from base ${plusTags ? untagged : sql``}) k
      join dne_reasons x on x.value = k.value and ${stands}
      union all
      select b.recipient, d.for_good, d.until, d.complained
      from base b
      join (
        select a.domain, ${facts}
        from (
          select domain, array_to_string(p[i:], '.') as value
          from (select domain, string_to_array(domain, '.') as p from base group by domain) s, generate_subscripts(p, 1) i) a
        join dne_reasons x on x.value = a.value and x.scope <> 'address' and (x.scope = 'subdomains' or x.scope = 'domain' and x.value = a.domain)
          and ${stands}) d on d.domain = b.domain
    ) listed
    group by recipient`
}
