import { NextResponse, type NextRequest } from 'next/server'
import { contentPolicy } from '@/lib/auth/content-policy'
import { LAST_WORKSPACE_COOKIE, PATH_HEADER } from '@/lib/auth/headers'
import { isHttps } from '@/lib/auth/origin'

const WORKSPACE = /^\/w\/([a-z0-9-]{1,60})(\/|$)/

/** Pages only: a nonce for their scripts, the path for sign-in's way back, the workspace looked at last. No access decision is made here. */
export function proxy(request: NextRequest): NextResponse {
  const https = isHttps(request.headers)
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce, https)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set(PATH_HEADER, request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (https) response.headers.set('strict-transport-security', 'max-age=31536000')
  rememberWorkspace(request, response, https)
  return response
}

function rememberWorkspace(request: NextRequest, response: NextResponse, https: boolean): void {
  const slug = WORKSPACE.exec(request.nextUrl.pathname)?.[1]
  if (!slug || request.method !== 'GET' || request.cookies.get(LAST_WORKSPACE_COOKIE)?.value === slug) return
  const maxAge = 365 * 24 * 3600
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: https, maxAge } as const
  response.cookies.set(LAST_WORKSPACE_COOKIE, slug, options)
}

// Bodies of uploads never pass here, because a proxy cuts them at 10 MB; api answers carry no scripts.
export const config = {
  matcher: [{ source: '/((?!api/|_next/).*)', missing: [{ type: 'header', key: 'next-router-prefetch' }] }],
}
