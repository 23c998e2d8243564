import type { Tx } from '@/db/client'
import { users } from '@/db/schema'
import { newId } from '@/lib/id'

/** Adds the row of a person whose input was checked; gives the id. Throws on a taken address. */
export async function insertUser(
  tx: Tx,
  person: { name: string; email: string; passwordHash: string },
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  await tx.insert(users).values({ id, ...person, createdAt: now })
  return id
}
