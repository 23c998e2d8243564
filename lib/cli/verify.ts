import { listWorkspaces } from '@/db/queries/access/workspaces'
import { verifyWorkspace } from '@/lib/services/imports/verify-workspace'
import { textOption, type Command } from './command'
import { withDatabase } from './database'

/** Checks that nothing was lost or counted twice. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Check that the counts of every import add up and every rollup equals a recount',
  usage: '[--workspace SLUG]',
  more: 'Prints what does not add up, and ends with code 1 then. Reads only.',
  args: { min: 0, max: 0 },
  options: { workspace: { type: 'string' } },
  optionHelp: { workspace: 'Only this workspace' },
  run: (call) =>
    withDatabase(async ({ sql }) => {
      const only = textOption(call, 'workspace')
      const all = (await listWorkspaces(sql)).filter(({ slug }) => only === undefined || slug === only)
      let wrong = 0
      for (const workspace of all) {
        const problems = await verifyWorkspace(sql, workspace)
        wrong += problems.length
        for (const problem of problems) call.io.err(`${workspace.slug}: ${problem}`)
        if (problems.length === 0) call.io.out(`${workspace.slug}: exact`)
      }
      return wrong === 0 ? 0 : 1
    }),
}
