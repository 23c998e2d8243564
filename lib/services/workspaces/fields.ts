import { z } from 'zod'

export const workspaceName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(60, 'Use at most 60 characters.')
  .refine((name) => !/[\p{Cc}\p{Cf}]/u.test(name), 'Leave out characters that can’t be seen.')

/** An IANA zone as both JavaScript and Postgres know it. */
export const timeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list.')

function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
