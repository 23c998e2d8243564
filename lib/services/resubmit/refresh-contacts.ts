import type { Fragment, ISql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import type { Rule } from '@/lib/resubmit/rules'

interface Scope {
  workspaceId: string
  now: Date
}

/**
 * Derives anew, from bounces, hand-overs, recoveries and fixes, what became of hand-overs to these recipients, and which of them stand as
 * contacts that bounced softly. Whatever changed those facts calls it, in the same transaction. `touched`: for those whom
 * `settleRecipients` just looked at in this transaction, where tags make no difference. Gives whose recovery came to nothing.
 */
export async function refreshContacts(
  tx: ISql,
  { workspaceId }: Scope,
  recipients: readonly string[] | 'touched',
): Promise<string[]> {
  if (recipients.length === 0) return []
  const { rules, quietDays, plusTags } = await loadRules(tx, workspaceId)
  const source =
    recipients === 'touched' ? touchedBefore(tx) : bouncesOf(tx, workspaceId, listed(tx, recipients))
  const handedOver = await wasHandedOver(tx, workspaceId)
  if (handedOver) await tellOutcomes(tx, workspaceId, source.all, quietDays)
  const relapsed = handedOver ? await endRecoveries(tx, workspaceId, source.all, plusTags) : []
  await deriveContacts(tx, workspaceId, { ...source, handedOver }, rules)
  return relapsed
}

interface Source {
  /** Queries that give `recipient`: all of them, and those for whom a contact may be stored. */
  all: Fragment
  known: Fragment
  /** Their bounces, as `b`, where there are several, and where it is the only one. */
  bounces: Fragment
  single?: Fragment
}

/** Whom settleRecipients looked at, and what it read of them: reading it again would cost as much as all the rest. */
function touchedBefore(tx: ISql): Source {
  return {
    all: tx`select value as recipient from touched`,
    known: tx`select value as recipient from touched where not fresh`,
    bounces: tx`(select * from touched_bounces where together > 1) b`,
    single: tx`(select * from touched_bounces where together = 1) b`,
  }
}

function bouncesOf(tx: ISql, workspaceId: string, all: Fragment): Source {
  const bounces = tx`(${all}) t join bounces b on b.workspace_id = ${workspaceId} and b.recipient = t.recipient`
  return { all, known: all, bounces }
}

function listed(tx: ISql, recipients: readonly string[]): Fragment {
  return tx`select distinct unnest(${recipients as string[]}::text[]) as recipient`
}

async function wasHandedOver(tx: ISql, workspaceId: string): Promise<boolean> {
  const rows = await tx`
    select 1 from batch_contacts
    where workspace_id = ${workspaceId} and (state = 'handed_over' or outcome <> '') limit 1`
  return rows.length > 0
}

/** Derives anew the contacts of one cause and account: what a fix, or its undo, changes. */
export async function refreshCause(
  tx: ISql,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
  { category, account }: { category: string; account: string },
): Promise<void> {
  const touched = tx`
    select recipient from contacts where workspace_id = ${workspaceId} and category = ${category} and account = ${account}`
  await deriveAnew(tx, workspaceId, touched)
}

/** Derives every contact anew: what a change of the rules asks for. */
export async function refreshAllContacts(
  tx: ISql,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
): Promise<void> {
  const touched = tx`select recipient from contacts where workspace_id = ${workspaceId}`
  await deriveAnew(tx, workspaceId, touched)
}

async function deriveAnew(tx: ISql, workspaceId: string, touched: Fragment): Promise<void> {
  const { rules } = await loadRules(tx, workspaceId)
  const handedOver = await wasHandedOver(tx, workspaceId)
  await deriveContacts(tx, workspaceId, { ...bouncesOf(tx, workspaceId, touched), handedOver }, rules)
}

/** A bounce within the quiet days after a hand-over is its outcome; taken back with the bounce. */
async function tellOutcomes(
  tx: ISql,
  workspaceId: string,
  touched: Fragment,
  quietDays: number,
): Promise<void> {
  await tx`
    update batch_contacts o set
      outcome = case when w.at is null then '' else 'bounced' end,
      outcome_at = w.at, again_key = w.key,
      open = w.at is null and w.newest and not exists (select 1 from batch_contacts p
        where p.workspace_id = ${workspaceId} and p.recipient = o.recipient and p.open and p.batch_id <> o.batch_id)
    from (
      select h.batch_id, h.recipient, a.occurred_at as at, a.dedupe_key as key,
        row_number() over (partition by h.recipient, a.occurred_at is null order by h.handed_at desc) = 1 as newest
      from batch_contacts h
      left join lateral (
        select b.occurred_at, b.dedupe_key from bounces b
        where b.workspace_id = ${workspaceId} and b.recipient = h.recipient and b.verified
          and b.occurred_at >= date_trunc('second', h.handed_at)
          and b.occurred_at <= h.handed_at + make_interval(days => ${quietDays})
          and (b.occurred_at, b.dedupe_key) <> (h.bounced_at, h.bounce_key)
        order by row(b.occurred_at, b.dedupe_key) limit 1) a on true
      where h.workspace_id = ${workspaceId} and h.recipient in (${touched}) and h.state = 'handed_over'
        and (a.occurred_at is not null or h.outcome = 'bounced')
    ) w
    where o.workspace_id = ${workspaceId} and o.batch_id = w.batch_id and o.recipient = w.recipient
      and (o.outcome <> 'bounced' or o.again_key is distinct from w.key)`
}

/** A bounce that comes to light late ends a recovery: what it had cleared, under either form of the address, counts again. */
async function endRecoveries(
  tx: ISql,
  workspaceId: string,
  touched: Fragment,
  plusTags: boolean,
): Promise<string[]> {
  const untagged = tx`
    union all select recipient, regexp_replace(recipient, '[+][^@]*@', '@') from (${touched}) s where recipient like '%+%'`
  const gone = await tx<{ value: string }[]>`
    delete from dne_clearances x
    using (select recipient, recipient as value from (${touched}) t ${plusTags ? untagged : tx``}) v, batch_contacts o
    where x.workspace_id = ${workspaceId} and x.value = v.value and o.workspace_id = ${workspaceId}
      and o.batch_id = x.act_id and o.recipient = v.recipient and o.outcome <> 'recovered'
    returning x.value`
  return gone.map((row) => row.value)
}

const COLUMNS = `recipient, domain, name, account, campaign, category, bounced_at, bounce_key, tries, tries_after_fix`

/** A contact stands while the last bounce since its recovery is soft; one that does not stand is gone. */
async function deriveContacts(
  tx: ISql,
  workspaceId: string,
  source: Source & { handedOver: boolean },
  rules: readonly Rule[],
): Promise<void> {
  const columns = tx.unsafe(COLUMNS)
  const wanted = tx.unsafe(COLUMNS.replaceAll(/\w+/g, 'excluded.$&'))
  const stored = tx.unsafe(COLUMNS.replaceAll(/\w+/g, 'c.$&'))
  await tx`
    with wanted as materialized (${standingBounces(tx, { workspaceId, source, rules })}),
    gone as (
      delete from contacts c
      where c.workspace_id = ${workspaceId}
        and c.recipient in (${source.known} except select recipient from wanted))
    insert into contacts as c (workspace_id, ${columns})
    select ${workspaceId}::uuid, ${columns} from wanted order by recipient
    on conflict (workspace_id, recipient) do update set (${columns}) = row(${wanted})
    where (${stored}) is distinct from (${wanted})`
}

interface Deriving {
  workspaceId: string
  source: Source & { handedOver: boolean }
  rules: readonly Rule[]
}

/** The bounces that may make a contact: verified, understood, and since its recovery. */
function countingBounces(tx: ISql, { workspaceId, source }: Deriving, bounces: Fragment): Fragment {
  if (!source.handedOver) return tx`${bounces} where b.verified and b.bounce_type <> ''`
  return tx`
    ${bounces}
    left join lateral (
      select max(o.outcome_at) as at from batch_contacts o
      where o.workspace_id = ${workspaceId} and o.recipient = b.recipient and o.outcome = 'recovered') v on true
    where b.verified and b.bounce_type <> '' and b.occurred_at > coalesce(v.at, '-infinity')`
}

function firstFixes(tx: ISql, { workspaceId }: Deriving): Fragment {
  return tx`
    (select category, account, min(fixed_at) as at from fixes
     where workspace_id = ${workspaceId} and undone_at is null group by category, account)`
}

// All bounces of the touched are read once and told apart by windows: a join of two such sets is where a planner without figures goes
// through one for each row of the other, and looking each recipient up several times costs most of an import.
function standingBounces(tx: ISql, deriving: Deriving): Fragment {
  const { rules, source } = deriving
  const categories = rules.map((rule) => rule.category)
  const days = rules.map((rule) => rule.days)
  return tx`
    select recipient, domain, recipient_name as name, account, campaign, category, occurred_at as bounced_at,
      dedupe_key as bounce_key, tries, tries_after_fix
    from (
      select h.*, (count(*) filter (where counts) over (partition by recipient))::int as tries,
        (count(*) filter (where counts and occurred_at > fixed_at) over (partition by recipient))::int as tries_after_fix
      from (
        select p.*, f.at as fixed_at, p.category = p.last_category and p.bounce_type = 'soft'
          and p.occurred_at > p.last_at - make_interval(days => r.days) as counts
        from (
          select b.recipient, b.domain, b.recipient_name, b.account, b.campaign, b.category, b.bounce_type, b.occurred_at,
            b.dedupe_key, row_number() over newest as place, first_value(b.category) over newest as last_category,
            first_value(b.account) over newest as last_account, first_value(b.occurred_at) over newest as last_at
          from ${countingBounces(tx, deriving, source.bounces)}
          window newest as (partition by b.recipient order by b.occurred_at desc, b.dedupe_key desc)) p
        join unnest(${categories}::text[], ${days}::int[]) r(category, days) on r.category = p.last_category
        left join ${firstFixes(tx, deriving)} f
          on f.category = p.last_category and f.account = p.last_account) h) told
    where place = 1 and bounce_type = 'soft'
    ${source.single ? tx`union all ${standingSingles(tx, deriving, source.single)}` : tx``}`
}

/** The same for those who bounced once: by far the most of an import, and nothing of theirs needs sorting. */
function standingSingles(tx: ISql, deriving: Deriving, single: Fragment): Fragment {
  return tx`
    select s.recipient, s.domain, s.recipient_name, s.account, s.campaign, s.category, s.occurred_at, s.dedupe_key, 1,
      coalesce((s.occurred_at > f.at)::int, 0)
    from (select b.* from ${countingBounces(tx, deriving, single)} and b.bounce_type = 'soft') s
    left join ${firstFixes(tx, deriving)} f on f.category = s.category and f.account = s.account
    where s.category = any(${deriving.rules.map((rule) => rule.category)}::text[])`
}
