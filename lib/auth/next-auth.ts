import { setTimeout as wait } from 'node:timers/promises'
import type { NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import credentials from 'next-auth/providers/credentials'
import { getDb, getSql } from '@/db/connection'
import { reportBug } from '@/lib/bug'
import { requireSecret } from '@/lib/env'
import { log } from '@/lib/log'
import type { Failure, Result } from '@/lib/result'
import { signIn } from '@/lib/services/sessions/sign-in'
import { SESSION_SECONDS, sessionCookie } from './cookie'
import { deviceName } from './device'
import { callerAddress, isHttps } from './origin'

/** next-auth's settings for one request: the token holds a random session id and nothing else; `refused` hears why somebody was not let in. */
export function authOptions(
  headers: Headers,
  refused: (failure: Failure) => void = () => {},
): NextAuthOptions {
  const https = isHttps(headers)
  return {
    secret: requireSecret(),
    useSecureCookies: https,
    cookies: { sessionToken: sessionCookie(https) },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const opened = await attempt(headers, given)
          if (opened.ok) return { id: opened.value.sessionId }
          refused(opened.error)
          // Nothing but the message of an error is passed on to the page.
          throw new Error(encodeFailure(opened.error))
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }): JWT => (user ? { sid: user.id } : { sid: token.sid }),
      // Where to go is decided by our own page, never by a parameter.
      redirect: () => '/',
    },
    logger: {
      error: (code) => log.error({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: (code) => log.debug({ code }, 'next-auth'),
    },
  }
}

async function attempt(
  headers: Headers,
  given: Record<string, unknown> | undefined,
): Promise<Result<{ sessionId: string }>> {
  try {
    const clock = { wait: async (ms: number) => void (await wait(ms)), now: new Date() }
    return await signIn(
      { db: getDb(), sql: getSql(), sessionSeconds: SESSION_SECONDS, ...clock },
      {
        email: String(given?.email ?? ''),
        password: String(given?.password ?? ''),
        address: callerAddress(headers),
        device: deviceName(headers.get('user-agent') ?? undefined),
      },
    )
  } catch (thrown) {
    return { ok: false, error: reportBug(thrown, 'sign-in') }
  }
}

function encodeFailure({ code, message }: Failure): string {
  return `${code}:${message}`
}
