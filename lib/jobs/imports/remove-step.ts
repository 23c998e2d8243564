import { applyEffects } from '@/lib/services/effects'
import { addToRollups, dropEmptyRollups } from './rollup-deltas'
import { bumpDataVersion } from '@/lib/services/data-version'
import { at } from './lease'
import { dropStage, stageName } from './stage-table'
import { cellSql } from './step-rows'
import type { Deps, KeyCursor, Taken, Tx } from './work'

type Place = Omit<Taken, 'fence'>

/** Lists the keys of an import's bounces in order, in the place of its stage, and finds a twin that inherits them all. */
export async function collectRows(
  tx: Tx,
  { workspaceId, importId }: Place,
): Promise<{ total: number; heir: string | null }> {
  await dropStage(tx, { workspaceId, importId })
  const name = stageName(importId)
  await tx.unsafe(`create unlogged table ${name} (occurred_at timestamptz not null, dedupe_key uuid not null,
    account text collate "C" not null, template_id uuid not null)`)
  const { count } = await tx.unsafe(
    `insert into ${name} select occurred_at, dedupe_key, account, template_id from bounces
     where workspace_id = $1::uuid and import_id = $2::uuid`,
    [workspaceId, importId],
  )
  await tx.unsafe(`create index ${name}_order on ${name} (occurred_at, dedupe_key)`)
  await tx.unsafe(`analyze ${name}`)
  await tx`insert into import_stages (workspace_id, import_id) values (${workspaceId}, ${importId})`
  const [twin] = await tx<{ id: string }[]>`
    select id from imports where workspace_id = ${workspaceId} and twin_of = ${importId} and state = 'imported'
    order by created_at limit 1`
  return { total: count, heir: twin?.id ?? null }
}

interface Span extends Place {
  timeZone: string
  after: KeyCursor | null
  heir: string | null
  size: number
}

/** Removes or passes on the next rows, with their rollups; gives how many. */
export async function removeRows(
  deps: Deps,
  tx: Tx,
  span: Span,
): Promise<{ rows: number; last: KeyCursor | null }> {
  const { workspaceId } = span
  await tx.unsafe(`create temp table if not exists gone_rows (
    occurred_at timestamptz not null, dedupe_key uuid not null, day date not null, cell integer not null,
    account text collate "C", provider text collate "C", template_id uuid, recipient text collate "C", decided_by text, heir uuid, line integer,
    differs jsonb) on commit delete rows`)
  await loadGoneRows(tx, span)
  const [last] = await tx<KeyCursor[]>`
    select extract(epoch from occurred_at)::float8 as at, dedupe_key as key
    from gone_rows order by occurred_at desc, dedupe_key desc limit 1`
  const [counted] = await tx<{ rows: number }[]>`select count(*)::int as rows from gone_rows`
  if (!last) return { rows: 0, last: null }
  await at(deps, 'removal loaded')
  await passOn(tx, workspaceId)
  await at(deps, 'rows passed on')
  await tx`
    delete from bounces b using gone_rows g
    where b.workspace_id = ${workspaceId} and b.occurred_at = g.occurred_at and b.dedupe_key = g.dedupe_key and g.heir is null`
  await at(deps, 'bounces removed')
  const gone = '(select *, -1 as n from gone_rows where heir is null)'
  await addToRollups(tx, { relation: gone, sign: 'n', workspaceId })
  await dropEmptyRollups(tx, workspaceId, 'gone_rows')
  await applyEffects(tx, { workspaceId }, { select: tx`select recipient from gone_rows` })
  await at(deps, 'effects of the removal')
  await bumpDataVersion(tx, workspaceId)
  return { rows: counted!.rows, last }
}

async function loadGoneRows(
  tx: Tx,
  { workspaceId, importId, timeZone, after, heir, size }: Span,
): Promise<void> {
  const from = after ?? { at: 0, key: '00000000-0000-0000-0000-000000000000' }
  await tx.unsafe(
    `insert into gone_rows
     select b.occurred_at, b.dedupe_key, (b.occurred_at at time zone $3)::date, ${cellSql('b.category', 'b.bounce_type')},
       b.account, b.provider, b.template_id, b.recipient, b.decided_by, coalesce($7::uuid, k.import_id), coalesce(k.line, b.line), k.differs
     from (select occurred_at, dedupe_key from ${stageName(importId)}
       where (occurred_at, dedupe_key) > (to_timestamp($4::float8), $5::uuid)
       order by occurred_at, dedupe_key limit $6) s
     cross join lateral (select * from bounces b
       where b.workspace_id = $1::uuid and b.occurred_at = s.occurred_at and b.dedupe_key = s.dedupe_key
         and b.import_id = $2::uuid limit 1) b
     left join lateral (select k.import_id, k.line, k.differs from known_rows k
       join imports i on i.workspace_id = k.workspace_id and i.id = k.import_id
         and i.state in ('importing', 'imported', 'failed')
       where k.workspace_id = $1::uuid and k.occurred_at = s.occurred_at and k.dedupe_key = s.dedupe_key
         and k.import_id <> $2::uuid and $7::uuid is null
       order by k.import_id limit 1) k on true`,
    [workspaceId, importId, timeZone, from.at, from.key, size, heir],
  )
}

const PASSED = [
  'recipient_name',
  'campaign',
  'provider',
  'smtp_code',
  'enhanced_code',
  'vendor_class',
  'diagnostic',
]
/** What a person decided stays decided. */
const JUDGED = ['category', 'bounce_type', 'confidence', 'decided_by']
const BY_HAND = `(g.decided_by like 'person:%' or g.decided_by like 'workspace_rule:%')`

/** The same reply needs no second judgement; the note's own may be of an older recognition. */
const SAME_REPLY = `(d.diagnostic, d.smtp_code, d.enhanced_code, d.vendor_class) is not distinct from
  (b.diagnostic, b.smtp_code, b.enhanced_code, b.vendor_class)`

/** Gives bounces that another import knows to that import, as its own file tells them. */
async function passOn(tx: Tx, workspaceId: string): Promise<void> {
  const plain = PASSED.map(
    (column) => `${column} = case when g.differs is null then b.${column} else d.${column} end`,
  )
  const judged = JUDGED.map(
    (column) =>
      `${column} = case when g.differs is null or ${BY_HAND} or ${SAME_REPLY} then b.${column} else d.${column} end`,
  )
  // Notes made before reports could be unverified don't tell.
  const verified = `verified = coalesce(d.verified, b.verified) or exists (select 1 from confirmed_bounces c
    where c.workspace_id = b.workspace_id and c.occurred_at = b.occurred_at and c.dedupe_key = b.dedupe_key)`
  const template = `template_id = case when g.differs is null then b.template_id else d.template_id end`
  await tx.unsafe(
    `update bounces b set import_id = g.heir, line = g.line, ${[...plain, ...judged, verified, template].join(', ')}
     from gone_rows g, lateral jsonb_to_record(coalesce(g.differs, '{}')) as d(recipient_name text, campaign text,
       provider text, category text, bounce_type text, smtp_code text, enhanced_code text, vendor_class text,
       diagnostic text, template_id uuid, confidence real, decided_by text, verified boolean)
     where g.heir is not null and b.workspace_id = $1::uuid and b.occurred_at = g.occurred_at and b.dedupe_key = g.dedupe_key`,
    [workspaceId],
  )
  await addToRollups(tx, { relation: passedSql(workspaceId), sign: 'n', workspaceId })
  await tx`
    delete from known_rows k using gone_rows g
    where k.workspace_id = ${workspaceId} and k.occurred_at = g.occurred_at and k.dedupe_key = g.dedupe_key
      and k.import_id = g.heir`
}

/** What passing on changed in the rollups: each differing row leaves its old place and enters its new one. */
function passedSql(workspaceId: string): string {
  const columns = 'day, account, provider, template_id, cell'
  return `(select ${columns}, -1 as n from gone_rows where heir is not null and differs is not null
    union all select g.day, b.account, b.provider, b.template_id, ${cellSql('b.category', 'b.bounce_type')}, 1
    from gone_rows g join bounces b on b.workspace_id = '${workspaceId}'::uuid and b.occurred_at = g.occurred_at
      and b.dedupe_key = g.dedupe_key where g.heir is not null and g.differs is not null)`
}

/** The notes of what an undone import knew go with it, or to its twin. */
export async function passKnownRows(
  tx: Tx,
  { workspaceId, importId }: Place,
  heir: string | null,
): Promise<void> {
  if (heir === null) {
    await tx`delete from known_rows where workspace_id = ${workspaceId} and import_id = ${importId}`
    return
  }
  await tx`
    update known_rows set import_id = ${heir} where workspace_id = ${workspaceId} and import_id = ${importId}`
  await tx`
    update imports set twin_of = case when id = ${heir} then null else ${heir}::uuid end
    where workspace_id = ${workspaceId} and twin_of = ${importId}`
}

/** Accounts and templates that only the undone import named go too; not while another import is about to need them. */
export async function dropNames(tx: Tx, { workspaceId, importId }: Place): Promise<void> {
  const [busy] = await tx`
    select 1 from imports where workspace_id = ${workspaceId} and id <> ${importId} and state in ('importing', 'failed') limit 1`
  if (busy) return
  const name = stageName(importId)
  await tx.unsafe(
    `delete from sending_accounts a where a.workspace_id = $1::uuid and a.address in (select distinct account from ${name})
       and not exists (select 1 from bounces b where b.workspace_id = $1::uuid and b.account = a.address)`,
    [workspaceId],
  )
  await tx.unsafe(
    `delete from templates t where t.workspace_id = $1::uuid and t.id in (select distinct template_id from ${name})
       and not exists (select 1 from bounces b where b.workspace_id = $1::uuid and b.template_id = t.id)
       and not exists (select 1 from dismissed_bounces d where d.workspace_id = $1::uuid and d.template_id = t.id)
       and not exists (select 1 from template_rules r where r.workspace_id = $1::uuid and r.template_id = t.id)`,
    [workspaceId],
  )
}
