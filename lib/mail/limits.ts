/** A mail beyond these is refused: no report needs more (RFC 5321 allows anything). */
export const MAIL_LIMITS = { bytes: 25 * 1024 * 1024, parts: 1000, depth: 50 } as const
