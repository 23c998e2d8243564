/** Classes of SQLSTATE, and codes of the system and of the driver, that say the server is away, starting, ending or full. */
const AWAY =
  /^(08\w{3}|57P0[1235]|53300|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED))$/

/** The SQLSTATE or system code of a failure, wherever a library put it; '' where there is none. */
export function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return cause ? codeOf(cause) : ''
}

/** Whether the database is away, not that something is wrong with the work: it may pass by itself. */
export function isAway(error: unknown): boolean {
  return AWAY.test(codeOf(error))
}
