import { CELLS } from '@/lib/analytics/cells'
import { repeatsName, stageName } from './stage-table'
import type { Tx } from './work'

/** The index into `counts` of a row's category and type, as SQL; ids come from the registry, never from data. */
export function cellSql(category: string, bounceType: string): string {
  const branches = CELLS.filter((cell) => cell.type !== '').map(
    (cell) => `when '${cell.category}${cell.type}' then ${cell.index}`,
  )
  const unclassified = CELLS.find((cell) => cell.type === '')!.index
  return `(case ${category} || ${bounceType} ${branches.join(' ')} else ${unclassified} end)`
}

/** A piece of the stage: the rows behind outcome `after`, up to and with outcome `to`. */
export interface Span {
  workspaceId: string
  importId: string
  timeZone: string
  after: number
  to: number
}

/** What a step works on. Its known rows stand in `step_known`, a table of the session that every commit empties. */
export interface StepRows {
  rows: number
  known: number
  /** A relation of the new rows: the stage's columns, and occurred_at, dedupe_key, day and n, which is 1. */
  fresh: string
}

/** What another source of the same bounce may tell differently. */
const MAY_DIFFER = [
  'recipient_name',
  'campaign',
  'provider',
  'category',
  'bounce_type',
  'smtp_code',
  'enhanced_code',
  'vendor_class',
  'diagnostic',
  'template_id',
  'confidence',
  'decided_by',
  'account',
  'verified',
]
const MINE = MAY_DIFFER.map((column) => `s.${column}`).join(', ')
const THEIRS = MAY_DIFFER.map((column) => `b.${column}`).join(', ')
const TOLD = MAY_DIFFER.map((column) => `'${column}', s.${column}`).join(', ')

/** So many stored bounces of a step's time are looked through for another import's; beyond, each row is looked up. */
const LOOKED_THROUGH = 5_000

/** Looks at a piece of the stage and tells its known rows from the new ones. */
export async function loadStepRows(tx: Tx, span: Span): Promise<StepRows> {
  await tx.unsafe(`create temp table if not exists step_known (
    seq integer primary key, line integer not null, occurred_at timestamptz not null, dedupe_key uuid not null,
    own boolean not null, differs jsonb) on commit delete rows`)
  await tx`set local work_mem = '32MB'`
  const all = spanSql(span)
  const [seen] = await tx.unsafe<{ rows: number; repeats: number; first: number; last: number }[]>(
    `select count(*)::int as rows, (count(*) filter (where again))::int as repeats, min(at)::float8 as first,
       max(at)::float8 as last from ${all} s`,
  )
  const { rows, repeats, first, last } = seen!
  if (rows === 0) return { rows, known: 0, fresh: all }
  const mayKnow = repeats > 0 || (await othersWithin(tx, span, first, last))
  const stored = mayKnow ? await findKnown(tx, span, all) : 0
  const known = stored + (await findDismissed(tx, span, all))
  if (known === 0) return { rows, known, fresh: all }
  return {
    rows,
    known,
    fresh: `(select * from ${all} s where not exists (select 1 from step_known k where k.seq = s.seq))`,
  }
}

/** The staged rows of a span with their final keys. A repeated event counts as known. */
function spanSql({ importId, timeZone, after, to }: Span): string {
  const zone = `'${timeZone.replaceAll("'", "''")}'`
  return `(select s.*, to_timestamp(s.at) as occurred_at, (to_timestamp(s.at) at time zone ${zone})::date as day, 1 as n,
      coalesce(r.dedupe_key, s.key) as dedupe_key, coalesce(r.again, false) as again
    from ${stageName(importId)} s left join ${repeatsName(importId)} r on r.seq = s.seq
    where s.seq > ${Math.trunc(after)} and s.seq <= ${Math.trunc(to)})`
}

/** Whether another import may have stored bounces of that time. What this one stored itself never comes again. */
async function othersWithin(
  tx: Tx,
  { workspaceId, importId }: Span,
  first: number,
  last: number,
): Promise<boolean> {
  const [found] = await tx<{ seen: number; others: number }[]>`
    select count(*)::int as seen, (count(*) filter (where import_id <> ${importId}))::int as others from (
      select import_id from bounces where workspace_id = ${workspaceId}
        and occurred_at between to_timestamp(${first}) and to_timestamp(${last}) limit ${LOOKED_THROUGH}) b`
  return found!.others > 0 || found!.seen === LOOKED_THROUGH
}

/** What a person set aside is known as well: the same report does not bring it back. */
async function findDismissed(tx: Tx, { workspaceId, importId }: Span, all: string): Promise<number> {
  const [some] = await tx`select 1 from dismissed_bounces where workspace_id = ${workspaceId} limit 1`
  if (!some) return 0
  const { count } = await tx.unsafe(
    `insert into step_known (seq, line, occurred_at, dedupe_key, own, differs)
     select s.seq, s.line, s.occurred_at, s.dedupe_key, d.import_id = $2::uuid, null
     from ${all} s join dismissed_bounces d on d.workspace_id = $1::uuid and d.occurred_at = s.occurred_at
       and d.dedupe_key = s.dedupe_key
     on conflict (seq) do nothing`,
    [workspaceId, importId],
  )
  return count
}

async function findKnown(tx: Tx, { workspaceId, importId }: Span, all: string): Promise<number> {
  const { count } = await tx.unsafe(
    `insert into step_known (seq, line, occurred_at, dedupe_key, own, differs)
     select s.seq, s.line, s.occurred_at, s.dedupe_key, coalesce(b.import_id = $2::uuid, false) or s.again,
       case when b.import_id is not null and (${MINE}) is distinct from (${THEIRS}) then jsonb_build_object(${TOLD}) end
     from ${all} s
     left join lateral (select * from bounces b where b.workspace_id = $1::uuid and b.occurred_at = s.occurred_at
       and b.dedupe_key = s.dedupe_key limit 1) b on true
     where b.import_id is not null or s.again`,
    [workspaceId, importId],
  )
  return count
}
