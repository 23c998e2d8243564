interface ErrorKind {
  status: number
  text: string
  level: 'debug' | 'info' | 'warn' | 'error'
}

/** The one table of expected failures: HTTP status, the sentence shown when none is better, the log level. */
export const ERRORS = {
  invalid_input: { status: 400, text: 'Something in the form is not right.', level: 'info' },
  unauthenticated: { status: 401, text: 'Sign in to go on.', level: 'info' },
  forbidden: { status: 403, text: 'Your role does not allow this.', level: 'warn' },
  not_found: { status: 404, text: 'This does not exist, or not in this workspace.', level: 'info' },
  conflict: { status: 409, text: 'Somebody changed this meanwhile. Reload and try again.', level: 'info' },
  limit_exceeded: { status: 429, text: 'Too many tries. Wait a little and try again.', level: 'warn' },
  too_large: { status: 413, text: 'This is larger than the limit.', level: 'info' },
  precondition_failed: { status: 412, text: 'This is not possible in the present state.', level: 'info' },
  unavailable: { status: 503, text: 'The database does not answer. Try again in a moment.', level: 'error' },
  internal: { status: 500, text: 'Something broke on our side.', level: 'error' },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERRORS
