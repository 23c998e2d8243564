/** Why a message is not sent: its connection took longer than its sender could wait. */
export class NotSentInTime extends Error {
  override name = 'NotSentInTime'
}

const WORDS: Record<string, string> = {
  ENOTFOUND: 'The host name does not exist.',
  EAI_AGAIN: 'The host name could not be looked up.',
  ECONNREFUSED: 'Nothing listens there.',
  ECONNRESET: 'The receiver cut the connection.',
  EPIPE: 'The receiver cut the connection.',
  EHOSTUNREACH: 'There is no way to this host.',
  ENETUNREACH: 'There is no way to this host.',
  ETIMEDOUT: 'The connection was not made in time.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is signed by itself.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate could not be verified.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
}

/** What went wrong on the way, in words for a person; never an address or the system's own text. */
export function failureWords(error: unknown, timeoutMs: number): string {
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return `No answer within ${Math.round(timeoutMs / 1000)} seconds.`
  if (name === 'NotSentInTime') return 'The connection was not made in time.'
  return WORDS[code ?? ''] ?? 'The connection failed.'
}
