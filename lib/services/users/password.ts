import { hash, verify } from '@node-rs/argon2'

// argon2id is the library's default algorithm.
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

let nobody: Promise<string> | undefined

/** Hashes a password with argon2id (t = 3, m = 64 MiB). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Compares a password with a user's hash; for an unknown user it takes the same time and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await nobody), password)
  return stored !== null && matches
}
