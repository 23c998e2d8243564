import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { requireOwnOrigin } from '@/lib/auth/origin'
import { authOptions } from '@/lib/auth/next-auth'
import { errorResponse } from '@/lib/route'
import { ERRORS } from '@/lib/errors'
import type { Failure } from '@/lib/result'

interface RouteContext {
  params: Promise<{ nextauth: string[] }>
}

// The rest of next-auth (its pages, session and provider lists) has no use here and stays shut.
const OPEN = { GET: new Set(['csrf']), POST: new Set(['callback/credentials']) }

/** The token that the sign-in form sends along. */
export async function GET(request: NextRequest, context: RouteContext): Promise<Response> {
  return answer('GET', request, context)
}

/** Sign-in with email and password. */
export async function POST(request: NextRequest, context: RouteContext): Promise<Response> {
  const own = requireOwnOrigin(request.headers)
  return own.ok ? answer('POST', request, context) : errorResponse(own.error)
}

async function answer(
  method: 'GET' | 'POST',
  request: NextRequest,
  context: RouteContext,
): Promise<Response> {
  const action = (await context.params).nextauth.join('/')
  if (!OPEN[method].has(action)) return errorResponse({ code: 'not_found', message: ERRORS.not_found.text })
  let failure: Failure | undefined
  const answered = (await NextAuth(
    request,
    context,
    authOptions(request.headers, (why) => (failure = why)),
  )) as Response
  return failure ? refusal(answered, failure) : answered
}

/** next-auth answers every refusal with 401; a limit and a database that is away have numbers of their own. */
function refusal(answered: Response, failure: Failure): Response {
  const headers = new Headers(answered.headers)
  if (failure.code === 'limit_exceeded') headers.set('retry-after', String(failure.retryAfterSeconds ?? 60))
  if (failure.code === 'unavailable') headers.set('retry-after', '5')
  return new Response(answered.body, { status: ERRORS[failure.code].status, headers })
}
