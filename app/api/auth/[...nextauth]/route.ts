import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { requireOwnOrigin } from '@/lib/auth/origin'
import { authOptions } from '@/lib/auth/next-auth'
import { errorResponse } from '@/lib/route'
import { ERRORS } from '@/lib/errors'

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
  return NextAuth(request, context, authOptions(request.headers))
}
