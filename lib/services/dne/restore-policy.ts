import type { TransactionSql } from 'postgres'
import { readPolicy } from '@/lib/dne/policy'
import type { Context } from '@/lib/services/context'
import { writePolicy } from './write-policy'

/** Gives the workspace the policy that stood before an act, unless somebody changed it since. */
export async function restorePolicy(
  tx: TransactionSql,
  ctx: Context,
  details: Record<string, unknown>,
): Promise<boolean> {
  const [row] = await tx<{ same: boolean }[]>`
    select policy = ${tx.json(details.after as never)} as same from dne_policies where workspace_id = ${ctx.workspace.id}`
  if (!row?.same) return false
  await writePolicy(tx, ctx, readPolicy(details.before), readPolicy(details.after))
  return true
}
