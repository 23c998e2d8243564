import type { Fragment, ISql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import type { Rule } from '@/lib/resubmit/rules'

interface Scope {
  workspaceId: string
  now: Date
}

/**
 * Derives anew, from bounces, hand-overs, recoveries and fixes, what became of hand-overs to these recipients, and which of them stand as
 * contacts that bounced softly. Whatever changed those facts calls it, in the same transaction.
 */
export async function refreshContacts(
  tx: ISql,
  { workspaceId }: Scope,
  recipients: readonly string[],
): Promise<void> {
  if (recipients.length === 0) return
  const { rules, quietDays } = await loadRules(tx, workspaceId)
  const list = recipients as string[]
  await tellOutcomes(tx, workspaceId, list, quietDays)
  await deriveContacts(tx, workspaceId, tx`select distinct unnest(${list}::text[]) as recipient`, rules)
}

/** Derives anew the contacts of one cause and account: what a fix, or its undo, changes. */
export async function refreshCause(
  tx: ISql,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
  { category, account }: { category: string; account: string },
): Promise<void> {
  const touched = tx`
    select recipient from contacts where workspace_id = ${workspaceId} and category = ${category} and account = ${account}`
  await deriveContacts(tx, workspaceId, touched, (await loadRules(tx, workspaceId)).rules)
}

/** Derives every contact anew: what a change of the rules asks for. */
export async function refreshAllContacts(
  tx: ISql,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
): Promise<void> {
  const touched = tx`select recipient from contacts where workspace_id = ${workspaceId}`
  await deriveContacts(tx, workspaceId, touched, (await loadRules(tx, workspaceId)).rules)
}

/** A bounce within the quiet days after a hand-over is its outcome; taken back with the bounce. One that comes to light late ends a recovery. */
async function tellOutcomes(tx: ISql, workspaceId: string, list: string[], quietDays: number): Promise<void> {
  await tx`
    update batch_contacts o set
      outcome = case when w.at is null then '' else 'bounced' end,
      outcome_at = w.at, again_key = w.key,
      open = w.at is null and not exists (select 1 from batch_contacts p
        where p.workspace_id = ${workspaceId} and p.recipient = o.recipient and p.open and p.batch_id <> o.batch_id)
    from (
      select h.batch_id, h.recipient, a.occurred_at as at, a.dedupe_key as key
      from batch_contacts h
      left join lateral (
        select b.occurred_at, b.dedupe_key from bounces b
        where b.workspace_id = ${workspaceId} and b.recipient = h.recipient and b.verified
          and b.occurred_at >= date_trunc('second', h.handed_at)
          and b.occurred_at <= h.handed_at + make_interval(days => ${quietDays})
          and (b.occurred_at, b.dedupe_key) <> (h.bounced_at, h.bounce_key)
        order by row(b.occurred_at, b.dedupe_key) limit 1) a on true
      where h.workspace_id = ${workspaceId} and h.recipient = any(${list}::text[]) and h.state = 'handed_over'
        and (a.occurred_at is not null or h.outcome = 'bounced')
    ) w
    where o.workspace_id = ${workspaceId} and o.batch_id = w.batch_id and o.recipient = w.recipient
      and (o.outcome <> 'bounced' or o.again_key is distinct from w.key)`
  await tx`
    delete from dne_clearances x using batch_contacts o
    where x.workspace_id = ${workspaceId} and x.value = any(${list}::text[]) and o.workspace_id = ${workspaceId}
      and o.batch_id = x.act_id and o.recipient = x.value and o.outcome <> 'recovered'`
}

const COLUMNS = `recipient, domain, name, account, campaign, category, bounced_at, bounce_key, tries, tries_after_fix`

/** A contact stands while the last bounce since its recovery is soft; one that does not stand is gone. */
async function deriveContacts(
  tx: ISql,
  workspaceId: string,
  touched: Fragment,
  rules: readonly Rule[],
): Promise<void> {
  const columns = tx.unsafe(COLUMNS)
  const wanted = tx.unsafe(COLUMNS.replaceAll(/\w+/g, 'excluded.$&'))
  const stored = tx.unsafe(COLUMNS.replaceAll(/\w+/g, 'c.$&'))
  await tx`
    with touched as materialized (${touched}),
    wanted as materialized (${standingBounces(tx, workspaceId, rules)}),
    gone as (
      delete from contacts c
      where c.workspace_id = ${workspaceId}
        and c.recipient in (select recipient from touched except select recipient from wanted))
    insert into contacts as c (workspace_id, ${columns})
    select ${workspaceId}::uuid, ${columns} from wanted order by recipient
    on conflict (workspace_id, recipient) do update set (${columns}) = row(${wanted})
    where (${stored}) is distinct from (${wanted})`
}

// A recipient's own rows are few. The expressions keep a planner without figures from indexes that have the time or the category first.
function standingBounces(tx: ISql, workspaceId: string, rules: readonly Rule[]): Fragment {
  const categories = rules.map((rule) => rule.category)
  const days = rules.map((rule) => rule.days)
  return tx`
    select t.recipient, l.domain, l.recipient_name as name, l.account, l.campaign, l.category,
      l.occurred_at as bounced_at, l.dedupe_key as bounce_key, n.tries, n.tries_after_fix
    from touched t
    left join lateral (
      select max(o.outcome_at + interval '0') as at from batch_contacts o
      where o.workspace_id = ${workspaceId} and o.recipient = t.recipient and o.outcome = 'recovered') recovered on true
    cross join lateral (
      select * from bounces b
      where b.workspace_id = ${workspaceId} and b.recipient = t.recipient and b.verified and b.bounce_type <> ''
        and b.occurred_at + interval '0' > coalesce(recovered.at, '-infinity')
      order by row(b.occurred_at, b.dedupe_key) desc limit 1) l
    join unnest(${categories}::text[], ${days}::int[]) r(category, days) on r.category = l.category
    left join lateral (
      select min(f.fixed_at) as at from fixes f
      where f.workspace_id = ${workspaceId} and f.category = l.category and f.account = l.account
        and f.undone_at is null) fixed on true
    cross join lateral (
      select count(*)::int as tries, (count(*) filter (where b.occurred_at > fixed.at))::int as tries_after_fix
      from bounces b
      where b.workspace_id = ${workspaceId} and b.recipient = t.recipient and b.verified
        and b.category || '' = l.category and b.bounce_type = 'soft' and b.occurred_at + interval '0' <= l.occurred_at
        and b.occurred_at + interval '0' > greatest(l.occurred_at - make_interval(days => r.days), coalesce(recovered.at, '-infinity'))) n
    where l.bounce_type = 'soft'`
}
