import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { getSql } from '@/db/connection'
import { loadSession, touchSession, type SignedIn } from '@/db/queries/access/load-session'
import { readSessionId, sessionCookie } from './cookie'
import { isHttps } from './origin'

const TOUCH_MS = 5 * 60_000

/** Who is signed in, read from the session's row once per request; null for nobody. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const { name } = sessionCookie(isHttps(await headers()))
  const sessionId = await readSessionId((await cookies()).get(name)?.value)
  if (!sessionId) return null
  const now = new Date()
  const session = await loadSession(getSql(), sessionId, now)
  if (session && now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) {
    await touchSession(getSql(), sessionId, now)
  }
  return session
})
