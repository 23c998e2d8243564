import { listUsers } from '@/db/queries/access/users'
import type { Command } from './command'
import { withDatabase } from './database'
import { asTable } from './table'

/** Lists who can sign in, and where they may do what. */
export const userList: Command = {
  name: 'user list',
  summary: 'List the users and their workspaces',
  usage: '[--json]',
  args: { min: 0, max: 0 },
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'One JSON array' },
  run: ({ values, io }) =>
    withDatabase(async ({ sql }) => {
      const users = await listUsers(sql)
      const rows = users.map((user) => [
        user.email,
        user.name,
        user.disabled ? 'disabled' : 'active',
        user.workspaces,
      ])
      io.out(values.json ? JSON.stringify(users) : asTable(['EMAIL', 'NAME', 'STATE', 'WORKSPACES'], rows))
      return 0
    }),
}
