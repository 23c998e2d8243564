import type { TransactionSql } from 'postgres'
import { readPolicy } from '@/lib/dne/policy'
import type { ActingIn } from './act'
import { writePolicy } from './write-policy'

/** Gives the workspace the policy that stood before an act, unless somebody changed it since. */
export async function restorePolicy(
  tx: TransactionSql,
  who: ActingIn,
  { id, details }: { id: string; details: Record<string, unknown> },
): Promise<boolean> {
  const [row] = await tx<{ same: boolean }[]>`
    select policy = ${tx.json(details.after as never)} as same from dne_policies where workspace_id = ${who.workspace.id}`
  if (!row?.same) return false
  await writePolicy(tx, who, id, readPolicy(details.before), readPolicy(details.after))
  return true
}
