import { disableUser } from '@/lib/services/users/disable-user'
import type { Command } from './command'
import { valueOf, withDatabase } from './database'

/** Shuts a person out of every workspace. */
export const userDisable = command('disable', 'Shut a user out at once; what they did stays')

/** Lets a person in again. */
export const userEnable = command('enable', 'Let a disabled user in again')

function command(verb: 'disable' | 'enable', summary: string): Command {
  return {
    name: `user ${verb}`,
    summary,
    usage: 'EMAIL',
    args: { min: 1, max: 1 },
    options: {},
    optionHelp: {},
    run: ({ args: [email = ''], io }) =>
      withDatabase(async ({ db }) => {
        valueOf(await disableUser({ db, now: new Date() }, { email, disabled: verb === 'disable' }))
        io.out(`${verb === 'disable' ? 'Disabled' : 'Enabled'} ${email}.`)
        return 0
      }),
  }
}
