import { applyEffects } from '@/lib/services/effects'
import { at } from './lease'
import { addToRollups } from './rollup-deltas'
import { bumpDataVersion } from '@/lib/services/data-version'
import type { StepRows } from './step-rows'
import type { Group } from './tally'
import type { Deps, Taken, Tx } from './work'

const STORED = `recipient, domain, recipient_name, account, campaign, provider, category, bounce_type, smtp_code,
  enhanced_code, vendor_class, diagnostic, template_id, confidence, decided_by, verified, line`

/** Every column of a bounce but its workspace. */
export const BOUNCE_COLUMNS = `occurred_at, dedupe_key, import_id, ${STORED}`

/** Stores a step: bounces, rollups, what follows for their recipients, and a note for each row that another import had brought. */
export async function storeStepRows(deps: Deps, tx: Tx, taken: Taken, step: StepRows): Promise<void> {
  const { workspaceId, importId } = taken
  const isNew = step.known < step.rows
  if (isNew) {
    // In order of the key, so that neighbours in the indexes are stored one after the other.
    await tx.unsafe(
      `insert into bounces (workspace_id, occurred_at, dedupe_key, import_id, ${STORED})
       select $1::uuid, occurred_at, dedupe_key, $2::uuid, ${STORED} from ${step.fresh} s
       order by occurred_at, dedupe_key`,
      [workspaceId, importId],
    )
    await at(deps, 'bounces stored')
    await addToRollups(tx, { relation: step.fresh, sign: '1', workspaceId })
    await at(deps, 'rollups stored')
  }
  if (step.known > 0) await noteKnown(tx, taken)
  await at(deps, 'known rows noted')
  if (isNew) {
    const select = tx`select recipient from ${tx.unsafe(step.fresh)} s`
    await applyEffects(tx, { workspaceId }, { select, stored: true })
    await at(deps, 'effects stored')
    await bumpDataVersion(tx, workspaceId)
  }
}

/** Keeps what it takes to give a bounce to this import should the one that stored it be undone. */
async function noteKnown(tx: Tx, { workspaceId, importId }: Taken): Promise<void> {
  await tx`
    insert into known_rows (workspace_id, occurred_at, dedupe_key, import_id, line, differs)
    select ${workspaceId}, occurred_at, dedupe_key, ${importId}, line, differs from step_known
    where not own order by occurred_at, dedupe_key
    on conflict do nothing`
}

/** The step's new rows by account and category. */
export async function groupStepRows(tx: Tx, { rows, known, fresh }: StepRows): Promise<Group[]> {
  if (known === rows) return []
  return tx.unsafe<Group[]>(
    `select account, category, count(*)::int as count, min(at)::float8 as "firstAt", max(at)::float8 as "lastAt"
     from ${fresh} s group by account, category`,
  )
}
