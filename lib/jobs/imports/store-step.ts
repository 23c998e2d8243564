import type { Group } from './tally'
import { addToRollups, bumpDataVersion } from './rollup-deltas'
import { at } from './lease'
import type { Deps, Taken, Tx } from './work'

const STORED = `recipient, domain, recipient_name, account, campaign, provider, category, bounce_type, smtp_code,
  enhanced_code, vendor_class, diagnostic, template_id, confidence, decided_by, verified, line`
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
] as const

const NEW_ROWS = '(select *, 1 as n from step_rows where not known)'

/** Stores the rows loaded into `step_rows`: bounces, rollups, and a note for each row that another import had brought. */
export async function storeStepRows(
  deps: Deps,
  tx: Tx,
  taken: Taken,
  found: { rows: number; known: number },
): Promise<void> {
  const { workspaceId, importId } = taken
  if (found.known < found.rows) {
    await tx.unsafe(
      `insert into bounces (workspace_id, occurred_at, dedupe_key, import_id, ${STORED})
       select $1::uuid, occurred_at, dedupe_key, $2::uuid, ${STORED} from step_rows where not known`,
      [workspaceId, importId],
    )
    await at(deps, 'bounces stored')
    await addToRollups(tx, { relation: NEW_ROWS, sign: '1', workspaceId })
    await at(deps, 'rollups stored')
  }
  if (found.known > 0) await noteKnown(tx, taken)
  await at(deps, 'known rows noted')
  if (found.known < found.rows) await bumpDataVersion(tx, workspaceId)
}

/** Keeps what it takes to give a bounce to this import should the one that stored it be undone. */
async function noteKnown(tx: Tx, { workspaceId, importId }: Taken): Promise<void> {
  const mine = MAY_DIFFER.map((column) => `s.${column}`).join(', ')
  const theirs = MAY_DIFFER.map((column) => `b.${column}`).join(', ')
  const object = MAY_DIFFER.map((column) => `'${column}', s.${column}`).join(', ')
  await tx.unsafe(
    `insert into known_rows (workspace_id, occurred_at, dedupe_key, import_id, line, differs)
     select $1::uuid, s.occurred_at, s.dedupe_key, $2::uuid, s.line,
       case when (${mine}) is distinct from (${theirs}) then jsonb_build_object(${object}) end
     from step_rows s
     cross join lateral (select * from bounces b
       where b.workspace_id = $1::uuid and b.occurred_at = s.occurred_at and b.dedupe_key = s.dedupe_key limit 1) b
     where s.known and not s.own order by s.occurred_at, s.dedupe_key
     on conflict do nothing`,
    [workspaceId, importId],
  )
}

/** The step's new rows by account and category. */
export async function groupStepRows(tx: Tx): Promise<Group[]> {
  return tx<Group[]>`
    select account, category, count(*)::int as count, min(step_rows.at)::float8 as "firstAt", max(step_rows.at)::float8 as "lastAt"
    from step_rows where not known group by account, category`
}
