import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getDb, getSql } from '@/db/connection'
import type { SignedIn } from '@/db/queries/access/load-session'
import { mayAct, type Context, type Role } from '@/lib/services/context'
import { fail, ok, type Result } from '@/lib/result'
import { ERRORS } from '@/lib/errors'
import { PATH_HEADER } from './headers'
import { currentSession } from './session'

export interface Member {
  ctx: Context
  user: SignedIn['user']
  /** Where this person may work; the switcher shows them. */
  workspaces: { slug: string; name: string; role: Role }[]
}

/** For pages of a workspace: who looks and in which role. Sends to sign-in, and answers 404 where the person may not look. */
export async function requireMember(slug: string, role: Role = 'viewer'): Promise<Member> {
  const session = await requireUser()
  const context = contextOf(session, slug, role)
  if (!context.ok) notFound()
  const workspaces = session.workspaces.map((each) => ({ slug: each.slug, name: each.name, role: each.role }))
  return { ctx: context.value, user: session.user, workspaces }
}

/** For pages of a signed-in person outside a workspace. Sends to sign-in, and back afterwards. */
export async function requireUser(): Promise<SignedIn> {
  const session = await currentSession()
  if (session) return session
  const path = (await headers()).get(PATH_HEADER)
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** For actions and handlers: the context, or why there is none. A workspace of others looks like one that does not exist. */
export async function requestContext(slug: string, role: Role): Promise<Result<Context>> {
  const session = await currentSession()
  if (!session) return fail('unauthenticated', ERRORS.unauthenticated.text)
  return contextOf(session, slug, role)
}

function contextOf(session: SignedIn, slug: string, role: Role): Result<Context> {
  const place = session.workspaces.find((each) => each.slug === slug)
  if (!place) return fail('not_found', ERRORS.not_found.text)
  if (!mayAct(place.role, role)) return fail('forbidden', ERRORS.forbidden.text)
  const { role: own, ...workspace } = place
  const actor = { userId: session.user.id, role: own }
  return ok({ db: getDb(), sql: getSql(), actor, workspace, now: new Date() })
}
