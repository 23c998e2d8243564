import { z } from 'zod'

// Control and direction marks have no place in a name that others read.
const HIDDEN = /[\p{Cc}\p{Cf}]/u

export const personName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(80, 'Use at most 80 characters.')
  .refine((name) => !HIDDEN.test(name), 'Leave out characters that can’t be seen.')

/** Lower-cased, because people type their own address in any case. */
export const emailAddress = z
  .string()
  .trim()
  .max(254, 'Use at most 254 characters.')
  .toLowerCase()
  .pipe(z.email('Enter an email address, like anna@acme.com.'))

/** The upper bound keeps hashing cheap. */
export const newPassword = z
  .string()
  .min(12, 'Use at least 12 characters.')
  .max(200, 'Use at most 200 characters.')
  .refine((password) => new Set(password).size > 3, 'Use more than three different characters.')

/** A password that is checked, not set: any length that can't hurt. */
export const givenPassword = z.string().min(1, 'Enter your password.').max(1000)

/** Who a person is when they join. */
export const newPerson = z.strictObject({ name: personName, email: emailAddress, password: newPassword })
