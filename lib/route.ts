import { unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { getSql } from '@/db/connection'
import { takeOne } from '@/db/queries/access/limits'
import { requestContext } from '@/lib/auth'
import { requireOwnOrigin } from '@/lib/auth/origin'
import { reportBug } from '@/lib/bug'
import { ERRORS } from '@/lib/errors'
import type { Failure, Result } from '@/lib/result'
import type { Context, Role } from '@/lib/services/context'

type Params = { workspace: string }

interface Definition<P extends Params> {
  role: Role
  /** At most `max` calls by one person in `seconds`. */
  limit?: { name: string; max: number; seconds: number }
  /** Gives a response (a stream too), or a result that is sent as JSON. */
  run: (ctx: Context, request: NextRequest, params: P) => Promise<Response | Result<unknown>>
}

const SAFE = new Set(['GET', 'HEAD'])

/** A handler below app/api/w/[workspace]: session → membership → role → own origin (when it changes state) → limit → `run`. */
export function defineRoute<P extends Params = Params>(definition: Definition<P>) {
  return async (request: NextRequest, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      const given = await params
      const ctx = await admit(definition, request, given.workspace)
      if (ctx instanceof Response) return ctx
      const answer = await definition.run(ctx, request, given)
      if (answer instanceof Response) return answer
      return answer.ok ? jsonResponse(answer.value) : errorResponse(answer.error)
    } catch (thrown) {
      unstable_rethrow(thrown)
      return errorResponse(reportBug(thrown, `${request.method} handler`))
    }
  }
}

async function admit<P extends Params>(
  { role, limit }: Definition<P>,
  request: NextRequest,
  slug: string,
): Promise<Context | Response> {
  const ctx = await requestContext(slug, role)
  if (!ctx.ok) return errorResponse(ctx.error)
  const own = SAFE.has(request.method) ? null : requireOwnOrigin(request.headers)
  if (own && !own.ok) return errorResponse(own.error)
  if (!limit) return ctx.value
  const { actor, now } = ctx.value
  const { name, max, seconds } = limit
  const taken = await takeOne(getSql(), { key: `${name}:${actor.userId}`, max, seconds, now })
  if (taken.allowed) return ctx.value
  return errorResponse(
    { code: 'limit_exceeded', message: ERRORS.limit_exceeded.text },
    taken.retryAfterSeconds,
  )
}

/** A failure as JSON, `{error: {code, message, fields?}}`, with its status. */
export function errorResponse(failure: Failure, retryAfterSeconds = 60): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (failure.code === 'limit_exceeded')
    headers['retry-after'] = String(failure.retryAfterSeconds ?? retryAfterSeconds)
  if (failure.code === 'unavailable') headers['retry-after'] = '5'
  return Response.json({ error: failure }, { status: ERRORS[failure.code].status, headers })
}

function jsonResponse(value: unknown): Response {
  return Response.json(value ?? null, { headers: { 'cache-control': 'no-store' } })
}
