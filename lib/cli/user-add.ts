import { ROLES, type Role } from '@/lib/services/context'
import { createUser } from '@/lib/services/users/create-user'
import { requireOption, textOption, UsageError, type Call, type Command } from './command'
import { valueOf, withDatabase } from './database'
import { readPassword } from './read-password'

/** Adds a person, and to a workspace where one is named. */
export const userAdd: Command = {
  name: 'user add',
  summary: 'Add a user; the password is asked for, or read from standard input',
  usage: 'EMAIL --name NAME [--workspace SLUG [--role ROLE]]',
  more: 'Example: echo "$PASSWORD" | npm run -s rebound -- user add ann@acme.com --name "Ann Lee" --workspace acme --role operator',
  args: { min: 1, max: 1 },
  options: { name: { type: 'string' }, workspace: { type: 'string' }, role: { type: 'string' } },
  optionHelp: {
    name: 'The name that others see',
    workspace: 'The workspace to add them to, by the part that stands in its address',
    role: `What they may do there: ${ROLES.join(', ')} (viewer)`,
  },
  run: async (call) => {
    const email = call.args[0] ?? ''
    const name = requireOption(call, 'name')
    const role = roleOf(call)
    const password = await readPassword(call.io)
    return withDatabase(async ({ db }) => {
      const input = { email, name, password, workspace: textOption(call, 'workspace'), role }
      valueOf(await createUser({ db, now: new Date() }, input))
      call.io.out(`Added ${email}.`)
      return 0
    })
  },
}

function roleOf(call: Call): Role {
  const given = textOption(call, 'role') ?? 'viewer'
  const role = ROLES.find((each) => each === given)
  if (!role) throw new UsageError(`--role must be one of ${ROLES.join(', ')}.`)
  return role
}
