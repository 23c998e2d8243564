import type { ErrorCode } from '@/lib/errors'

/** An expected failure: a code from the error table, a sentence for the person, and the fields it concerns. */
export interface Failure {
  code: ErrorCode
  message: string
  fields?: Record<string, string>
  /** Of a limit: when the next try counts again. */
  retryAfterSeconds?: number
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** Wraps a value that a use case gives back. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** Wraps an expected failure; `message` is shown to the person as it stands. */
export function fail(
  code: ErrorCode,
  message: string,
  fields?: Record<string, string>,
): { ok: false; error: Failure } {
  return { ok: false, error: fields ? { code, message, fields } : { code, message } }
}
