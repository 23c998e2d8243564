import { createHash, randomBytes } from 'node:crypto'

/** The secret of an invite link; only its hash is stored. */
export function newInviteToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database knows of a link. */
export function hashInviteToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
