import { findWorkspace } from '@/db/queries/access/workspaces'
import { plural } from '@/lib/format'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Context } from '@/lib/services/context'
import { erasePerson } from '@/lib/services/people/erase-person'
import { exportPerson } from '@/lib/services/people/export-person'
import { CommandError, requireOption, type Call, type Command } from './command'
import { valueOf, withDatabase } from './database'

const WORKSPACE = 'The workspace, by the part that stands in its address'

/** Gives everything that is kept about a person. */
export const personExport: Command = {
  name: 'person export',
  summary: 'Print what is kept about a person, as JSON',
  usage: 'ADDRESS --workspace SLUG',
  args: { min: 1, max: 1 },
  options: { workspace: { type: 'string' } },
  optionHelp: { workspace: WORKSPACE },
  run: (call) =>
    inWorkspace(call, async (ctx, address) => {
      call.io.out(valueOf(await exportPerson(ctx, { who: { address } })).content.trimEnd())
    }),
}

/** Erases a person for good. */
export const personErase: Command = {
  name: 'person erase',
  summary: 'Erase a person: address, name and words go, their bounces count on',
  usage: 'ADDRESS --workspace SLUG --yes',
  more: 'A keyed digest keeps the address off every list and hand-over, also when a file brings it again.',
  args: { min: 1, max: 1 },
  options: { workspace: { type: 'string' }, yes: { type: 'boolean' } },
  optionHelp: { workspace: WORKSPACE, yes: 'Do it; nothing undoes it' },
  run: (call) =>
    inWorkspace(call, async (ctx, address) => {
      if (!call.values['yes']) throw new CommandError('Nothing undoes this. Add --yes to do it.')
      const { bounces, files } = valueOf(await erasePerson(ctx, { who: { address } }))
      const gone = files > 0 ? ` ${plural(files, 'waiting file')} with the address went too.` : ''
      call.io.out(`Erased. ${plural(bounces, 'bounce')} without a name.${gone}`)
    }),
}

async function inWorkspace(
  call: Call,
  work: (ctx: Context, address: string) => Promise<void>,
): Promise<number> {
  const slug = requireOption(call, 'workspace')
  return withDatabase(async ({ db, sql }) => {
    const workspace = await findWorkspace(sql, slug)
    if (!workspace) throw new CommandError(`There is no workspace ${slug}.`)
    const actor = { userId: COMMAND_LINE, role: 'admin' as const }
    await work({ db, sql, workspace, actor, now: new Date() }, call.args[0] ?? '')
    return 0
  })
}
