import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { keyOfDigests } from '@/db/activity/append-activity'
import { digestOf } from '@/lib/activity/digest'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { findPerson, personInput } from './person'

export const exportPersonInput = z.strictObject({ who: personInput })

export interface PersonFile extends Download {
  content: string
}

const AT_MOST = 10_000

/** Under which name, in which table, by which column. */
const PLACES = [
  ['bounces', 'bounces', 'recipient'],
  ['dismissedBounces', 'dismissed_bounces', 'recipient'],
  ['optOuts', 'opt_outs', 'address'],
  ['doNotEmail', 'dne_reasons', 'value'],
  ['doNotEmailHistory', 'dne_changes', 'value'],
  ['clearances', 'dne_clearances', 'value'],
  ['suggestions', 'dne_suggestions', 'value'],
  ['contacts', 'contacts', 'recipient'],
  ['batches', 'batch_contacts', 'recipient'],
  ['deliveries', 'deliveries', 'recipient'],
] as const

/** Everything that is kept about a person, by where it is kept, as JSON. Admins only; it stands in the activity. */
export async function exportPerson(
  ctx: Context,
  input: z.input<typeof exportPersonInput>,
): Promise<Result<PersonFile>> {
  if (!mayAct(ctx.actor.role, 'admin'))
    return fail('forbidden', 'Only an admin exports what is kept about a person.')
  const parsed = exportPersonInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { sql, workspace, now } = ctx
  const person = await findPerson(sql, workspace.id, parsed.data.who)
  if (!person) return fail('not_found', 'Nothing is kept under this address.')
  return sql.begin(async (tx) => {
    const { addresses } = person
    const kept: Record<string, unknown> = { addresses, exportedAt: now.toISOString() }
    for (const [name, table, column] of PLACES) {
      const rows = await tx<{ row: object }[]>`
        select to_jsonb(t) - 'workspace_id' as row from ${tx(table)} t
        where workspace_id = ${workspace.id} and ${tx(column)} = any(${addresses}::text[]) limit ${AT_MOST}`
      kept[name] = rows.map(({ row }) => row)
    }
    kept['rejectedLines'] = await rejectedLines(tx, workspace.id, addresses)
    kept['activity'] = await activityAbout(tx, workspace.id, addresses)
    await recordActivity(tx, ctx, { action: 'person.exported', about: addresses.slice(0, 20) })
    const content = `${JSON.stringify(kept, null, 2)}\n`
    return ok({ fileName: 'person.json', type: 'application/json; charset=utf-8', content })
  })
}

async function rejectedLines(tx: TransactionSql, workspaceId: string, addresses: string[]) {
  const rows = await tx<object[]>`
    select import_id as "importId", line, reason, raw from import_rejects
    where workspace_id = ${workspaceId}
      and exists (select 1 from unnest(${addresses}::text[]) a where strpos(lower(raw), a) > 0) limit ${AT_MOST}`
  return rows.map((row) => ({ ...row }))
}

/** The activity knows people by digests alone. */
async function activityAbout(tx: TransactionSql, workspaceId: string, addresses: string[]) {
  const key = await keyOfDigests(tx, workspaceId)
  const digests = addresses.map((address) => digestOf(key, address))
  const rows = await tx<object[]>`
    select at, action, why from activity
    where workspace_id = ${workspaceId} and about && ${digests}::text[] order by seq limit ${AT_MOST}`
  return rows.map((row) => ({ ...row }))
}
