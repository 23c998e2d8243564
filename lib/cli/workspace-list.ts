import { listWorkspaces } from '@/db/queries/access/workspaces'
import type { Command } from './command'
import { withDatabase } from './database'
import { asTable } from './table'

/** Lists the workspaces; the first column is what `--workspace` takes. */
export const workspaceList: Command = {
  name: 'workspace list',
  summary: 'List the workspaces',
  usage: '[--json]',
  args: { min: 0, max: 0 },
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'One JSON array' },
  run: ({ values, io }) =>
    withDatabase(async ({ sql }) => {
      const found = await listWorkspaces(sql)
      const rows = found.map((each) => [each.slug, each.name, each.timeZone, String(each.members)])
      io.out(values.json ? JSON.stringify(found) : asTable(['SLUG', 'NAME', 'TIME ZONE', 'MEMBERS'], rows))
      return 0
    }),
}
