import type { Result } from '@/lib/result'

/** What a use case gives; the test fails with its sentence where it gives a failure. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
