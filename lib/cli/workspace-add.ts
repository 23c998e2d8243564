import { findUser } from '@/db/queries/access/users'
import { COMMAND_LINE } from '@/lib/services/activity'
import { createWorkspace } from '@/lib/services/workspaces/create-workspace'
import { CommandError, requireOption, textOption, type Command } from './command'
import { valueOf, withDatabase } from './database'

/** Makes a workspace; a user becomes its first admin. */
export const workspaceAdd: Command = {
  name: 'workspace add',
  summary: 'Make a workspace with its first admin',
  usage: 'NAME --admin EMAIL [--zone ZONE]',
  args: { min: 1, max: 1 },
  options: { admin: { type: 'string' }, zone: { type: 'string' } },
  optionHelp: {
    admin: 'The address of the user who administers it',
    zone: 'The time zone whose days its charts show, like Europe/Berlin (this machine’s)',
  },
  run: async (call) => {
    const email = requireOption(call, 'admin')
    const timeZone = textOption(call, 'zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    return withDatabase(async ({ db, sql }) => {
      const admin = await findUser(sql, email)
      if (!admin) throw new CommandError(`There is no user ${email}. Add one by: user add`)
      const input = { name: call.args[0] ?? '', timeZone, adminId: admin.id, actorId: COMMAND_LINE }
      const { slug } = valueOf(await createWorkspace({ db, now: new Date() }, input))
      call.io.out(`Made the workspace ${slug}.`)
      return 0
    })
  },
}
