import { decode } from 'next-auth/jwt'
import { requireSecret } from '@/lib/env'

/** How long a session lasts at most; the row in the database says the same. */
export const SESSION_SECONDS = 30 * 24 * 3600

const NAME = 'rebound.session'

/** The session cookie: `__Secure-` on https, so that plain http can neither read nor set it. */
export function sessionCookie(https: boolean) {
  const name = https ? `__Secure-${NAME}` : NAME
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: https } }
}

/** The session's id out of the cookie's value; null for anything we did not write ourselves. */
export async function readSessionId(value: string | undefined): Promise<string | null> {
  if (!value) return null
  const token = await decode({ token: value, secret: requireSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}
