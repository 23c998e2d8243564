import type { ErrorCode } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'

/** For the browser: signs in through next-auth; the session comes as a cookie. */
export async function signInWithPassword(given: { email: string; password: string }): Promise<Result<null>> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ ...given, csrfToken, json: 'true' }),
    })
    if (response.ok && !(await refusal(response.clone()))) return ok(null)
    return refusalResult(await refusal(response))
  } catch {
    return fail('unavailable', 'Rebound does not answer. Check your connection and try again.')
  }
}

/** next-auth gives the reason as a parameter of an address. */
async function refusal(response: Response): Promise<string | null> {
  const { url } = (await response.json()) as { url?: string }
  return url ? new URL(url, location.origin).searchParams.get('error') : null
}

function refusalResult(reason: string | null): Result<null> {
  const [code, ...words] = (reason ?? '').split(':')
  if (words.length === 0) return fail('internal', 'Signing in did not work. Reload the page and try again.')
  return fail(code as ErrorCode, words.join(':'))
}
