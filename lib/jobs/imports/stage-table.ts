import { STAGE_COLUMNS } from '../reading/row-lines'
import type { Batch } from '../reading/messages'
import { copyIn } from './copy-in'
import { StageLost, type Tx } from './work'

interface Place {
  workspaceId: string
  importId: string
}

/** The stage of an import is a table of its own: dropping it costs nothing, deleting a million rows does. */
export function stageName(importId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(importId)) throw new Error('An import id is a uuid.')
  return `import_stage_${importId.replaceAll('-', '')}`
}

const templatesName = (importId: string) => `${stageName(importId)}_templates`
/** Where the rows stand that equal an earlier one of their file: see resolveRepeats. */
export const repeatsName = (importId: string) => `${stageName(importId)}_repeats`

/** Where those stand who want no more mail. */
export const optOutsName = (importId: string) => `${stageName(importId)}_opt_outs`

/** Makes an empty stage in place of any other; UNLOGGED, so that it costs no write-ahead log and is empty after a crash. */
export async function createStage(tx: Tx, { workspaceId, importId }: Place): Promise<void> {
  await dropStage(tx, { workspaceId, importId })
  await tx.unsafe(`create unlogged table ${stageName(importId)} (
    at bigint not null, key uuid not null, seq integer not null, line integer not null, event boolean not null,
    suspect boolean not null, cell smallint not null,
    recipient text collate "C" not null, domain text collate "C" not null, recipient_name text,
    account text collate "C" not null, campaign text collate "C" not null, provider text collate "C" not null,
    category text collate "C" not null, bounce_type text not null, smtp_code text not null,
    enhanced_code text not null, vendor_class text not null, diagnostic text not null,
    template_id uuid not null, confidence real not null, decided_by text not null, verified boolean not null)
    with (autovacuum_enabled = off)`)
  await tx.unsafe(`create index on ${stageName(importId)} (seq)`)
  await tx.unsafe(
    `create unlogged table ${templatesName(importId)} (id uuid primary key, text text not null, example text not null)`,
  )
  await tx.unsafe(
    `create unlogged table ${repeatsName(importId)} (seq integer primary key, dedupe_key uuid not null, again boolean not null)`,
  )
  await tx.unsafe(
    `create unlogged table ${optOutsName(importId)} (seq integer primary key, line integer not null, key uuid not null,
      address text collate "C" not null, reason text not null, account text collate "C" not null,
      feedback_type text not null, at bigint, verified boolean not null)`,
  )
  await tx`insert into import_stages (workspace_id, import_id) values (${workspaceId}, ${importId})`
}

/** Removes a stage, where there is one. */
export async function dropStage(tx: Tx, { workspaceId, importId }: Place): Promise<void> {
  await tx.unsafe(
    `drop table if exists ${stageName(importId)}, ${templatesName(importId)}, ${repeatsName(importId)}, ${optOutsName(importId)}`,
  )
  await tx`delete from import_stages where workspace_id = ${workspaceId} and import_id = ${importId}`
}

/** Throws `StageLost` where the stage is not there any more. */
export async function requireStage(tx: Tx, { workspaceId, importId }: Place): Promise<void> {
  const rows = await tx`
    select 1 from import_stages where workspace_id = ${workspaceId} and import_id = ${importId}`
  if (rows.length === 0) throw new StageLost()
}

/** Copies a batch into the stage. */
export async function fillStage(tx: Tx, importId: string, batch: Batch): Promise<void> {
  if (batch.staged > 0) {
    const into = `copy ${stageName(importId)} (${STAGE_COLUMNS.join(', ')}) from stdin`
    const taken = await copyIn(tx, into, batch.lines)
    if (taken !== batch.staged) throw new Error(`COPY took ${taken} rows of ${batch.staged}.`)
  }
  if (batch.templates.length === 0) return
  const columns = [
    batch.templates.map((each) => each.id),
    batch.templates.map((each) => storable(each.text)),
    batch.templates.map((each) => storable(each.example)),
  ]
  await tx.unsafe(
    `insert into ${templatesName(importId)} select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
    columns,
  )
}

/** Text may hold what Postgres refuses. */
export function storable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

/** Throws `StageLost` where the filled stage is not whole. */
export async function requireWhole(tx: Tx, importId: string, staged: number): Promise<void> {
  const [row] = await tx.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from ${stageName(importId)}`,
  )
  if (row!.rows !== staged) throw new StageLost()
}

/** Numbers the rows that equal an earlier one: the k-th folds k into its key; an event's repetition is the same event again. */
export async function resolveRepeats(tx: Tx, importId: string): Promise<void> {
  const name = stageName(importId)
  const [found] = await tx.unsafe(`select 1 from ${name} where suspect limit 1`)
  if (!found) return
  await tx.unsafe(`set local work_mem = '64MB'`)
  await tx.unsafe(
    `insert into ${repeatsName(importId)} (seq, dedupe_key, again)
     select seq, case when event then key else substr(encode(sha256((key::text || ' ' || k)::bytea), 'hex'), 1, 32)::uuid end, event
     from (select s.seq, s.key, s.event, row_number() over (partition by s.at, s.key order by s.seq) as k
       from ${name} s where (s.at, s.key) in (select at, key from ${name} where suspect)) n
     where k > 1`,
  )
}

/** The id of a sending account as SQL, of the column `account`: it follows from the address, so that links outlive an undo. */
export function accountIdSql(workspaceId: string): string {
  return `substr(encode(sha256((${workspaceId} || ' ' || account)::bytea), 'hex'), 1, 32)::uuid`
}

/** Sample data vouches for nobody. */
const SAMPLE = `exists (select 1 from imports where workspace_id = $1::uuid and id = $2::uuid and origin = 'sample')`

/** Adds the templates and sending accounts that the stage names. */
export async function storeNames(tx: Tx, { workspaceId, importId }: Place): Promise<void> {
  await tx.unsafe(
    `insert into templates (workspace_id, id, text, example, created_at)
     select $1::uuid, id, text, example, now() from ${templatesName(importId)} order by id on conflict do nothing`,
    [workspaceId],
  )
  // An account that only reports name that may be forged has a page and vouches for nothing.
  await tx.unsafe(
    `insert into sending_accounts (workspace_id, address, id, known, created_at)
     select $1::uuid, account, ${accountIdSql('$1')}, known, now()
     from (select account, bool_or(verified) and not ${SAMPLE} as known from ${stageName(importId)} where account <> '' group by account) a
     order by account on conflict (workspace_id, address) do update set known = true
       where excluded.known and not sending_accounts.known`,
    [workspaceId, importId],
  )
}
