import type { Sql, TransactionSql } from 'postgres'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { bumpDataVersion } from '@/lib/services/data-version'
import { applyEffects } from '@/lib/services/effects'

/** People at once: about a second, in which imports to the workspace wait. */
const STEP = 2_000

interface Deps {
  sql: Sql
  stopping?: () => boolean
}

/**
 * Derives list and contacts from bounces that were stored before there were any, once and in steps in the order of recipients; what is
 * derived already comes out the same. Gives how many people it looked at.
 */
export async function deriveOlder(deps: Deps, now: Date, step = STEP): Promise<number> {
  const { sql } = deps
  const places = await sql<{ workspaceId: string }[]>`select workspace_id as "workspaceId" from derivations`
  let looked = 0
  for (const { workspaceId } of places) {
    for (let some = step; some === step && !deps.stopping?.(); looked += some)
      some = await sql.begin((tx) => deriveSome(tx, { workspaceId, now }, step))
  }
  return looked
}

async function deriveSome(
  tx: TransactionSql,
  scope: { workspaceId: string; now: Date },
  step: number,
): Promise<number> {
  const { workspaceId } = scope
  await lockFacts(tx, workspaceId)
  const [place] = await tx<{ after: string }[]>`
    select after from derivations where workspace_id = ${workspaceId} for update`
  if (!place) return 0
  const rows = await tx<{ recipient: string }[]>`
    select recipient from bounces where workspace_id = ${workspaceId} and recipient > ${place.after}
    group by recipient order by recipient limit ${step}`
  const recipients = rows.map((row) => row.recipient)
  await applyEffects(tx, scope, recipients)
  if (recipients.length < step) await tx`delete from derivations where workspace_id = ${workspaceId}`
  else await tx`update derivations set after = ${recipients.at(-1)!} where workspace_id = ${workspaceId}`
  await bumpDataVersion(tx, workspaceId)
  return recipients.length
}
