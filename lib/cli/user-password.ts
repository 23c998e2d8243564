import { setPassword } from '@/lib/services/users/set-password'
import type { Command } from './command'
import { valueOf, withDatabase } from './database'
import { readPassword } from './read-password'

/** Gives somebody who forgot it a new password. */
export const userPassword: Command = {
  name: 'user password',
  summary: 'Set a user’s password and end all their sessions',
  usage: 'EMAIL',
  more: 'The password is asked for, or read from standard input.',
  args: { min: 1, max: 1 },
  options: {},
  optionHelp: {},
  run: async ({ args: [email = ''], io }) => {
    const password = await readPassword(io)
    return withDatabase(async ({ db }) => {
      const { endedSessions } = valueOf(await setPassword({ db, now: new Date() }, { email, password }))
      io.out(`Changed the password of ${email}; ended ${endedSessions} sessions.`)
      return 0
    })
  },
}
