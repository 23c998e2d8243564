import { deleteWorkspace } from '@/lib/services/workspaces/delete-workspace'
import { findWorkspace } from '@/db/queries/access/workspaces'
import { plural } from '@/lib/format'
import { CommandError, type Command } from './command'
import { valueOf, withDatabase } from './database'

/** Deletes a workspace and everything in it. */
export const workspaceDelete: Command = {
  name: 'workspace delete',
  summary: 'Delete a workspace with everything in it, for good',
  usage: 'SLUG --yes',
  args: { min: 1, max: 1 },
  options: { yes: { type: 'boolean' } },
  optionHelp: { yes: 'Do it; without this the command only says what it would delete' },
  run: ({ args: [slug = ''], values, io }) =>
    withDatabase(async ({ sql }) => {
      const found = await findWorkspace(sql, slug)
      if (!found) throw new CommandError(`There is no workspace ${slug}.`)
      if (!values.yes) {
        throw new CommandError(
          `This deletes “${found.name}” for good, with all its bounces, imports, members and settings. Add --yes to do it.`,
        )
      }
      const { name, bounces } = valueOf(await deleteWorkspace(sql, { slug }))
      io.out(`Deleted the workspace ${name} with ${plural(bounces, 'bounce')}.`)
      return 0
    }),
}
