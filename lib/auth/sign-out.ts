'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getDb } from '@/db/connection'
import { signOut } from '@/lib/services/sessions/sign-out'
import { sessionCookie } from './cookie'
import { isHttps } from './origin'
import { currentSession } from './session'

/** Ends this session and goes to sign-in; the shell's form posts to it. Without a session it only goes there. */
export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  if (session) {
    const ids = { sessionId: session.sessionId, userId: session.user.id }
    await signOut({ db: getDb(), now: new Date() }, ids)
  }
  const { name, options } = sessionCookie(isHttps(await headers()))
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
  redirect('/sign-in')
}
