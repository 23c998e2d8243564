import { latestRun } from '@/db/queries/recognition/latest-run'
import { findWorkspace } from '@/db/queries/access/workspaces'
import { formatCount, plural } from '@/lib/format'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Context } from '@/lib/services/context'
import { applyAnew } from '@/lib/services/recognition/apply-anew'
import { countChanges, listChanges, type Change } from '@/lib/services/recognition/changes'
import { checkAnew } from '@/lib/services/recognition/check-anew'
import { runRecognition } from '@/lib/services/recognition/run-recognition'
import { stopAnew } from '@/lib/services/recognition/stop-anew'
import { CommandError, requireOption, type Call, type Command } from './command'
import { valueOf, withDatabase, type Open } from './database'
import { asTable } from './table'

/** Reads every stored bounce again, after an upgrade of recognition. */
export const reclassifyCommand: Command = {
  name: 'reclassify',
  summary: 'Read all stored bounces again as recognition does today; prints what changes',
  usage: '--workspace SLUG [--dry-run] [--json]',
  more: 'What people and rules of the workspace decided stays. The change can be undone on the activity page.',
  args: { min: 0, max: 0 },
  options: { workspace: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    workspace: 'The workspace, by the part that stands in its address',
    'dry-run': 'Say what would change; change nothing',
    json: 'One JSON object',
  },
  run: (call) => withDatabase((open) => readAgain(call, open)),
}

async function readAgain(call: Call, { db, sql }: Open): Promise<number> {
  const slug = requireOption(call, 'workspace')
  const workspace = await findWorkspace(sql, slug)
  if (!workspace) throw new CommandError(`There is no workspace ${slug}.`)
  const actor = { userId: COMMAND_LINE, role: 'admin' as const }
  const ctx: Context = { db, sql, workspace, now: new Date(), actor }
  const { id } = valueOf(await checkAnew(ctx))
  const place = { workspaceId: workspace.id, runId: id }
  await finish(ctx, place)
  const dry = call.values['dry-run'] === true
  if (dry) valueOf(await stopAnew(ctx, { id }))
  else {
    valueOf(await applyAnew(ctx, { id }))
    await finish(ctx, place)
  }
  const run = await latestRun(sql, workspace.id)
  if (run?.id !== id) throw new CommandError('Another run took the place of this one.')
  const changes = listChanges(run.changes)
  const changed = countChanges(run.changes)
  if (call.values['json']) call.io.out(JSON.stringify({ run: id, seen: run.total, changed, changes }))
  else for (const line of report(run.total, changes, changed, dry)) call.io.out(line)
  return 0
}

/** Works on the run, or waits for the worker that took it. */
async function finish({ sql }: Context, place: { workspaceId: string; runId: string }): Promise<void> {
  for (;;) {
    await runRecognition({ sql }, place)
    const [row] = await sql<{ state: string }[]>`
      select state from recognition_runs where workspace_id = ${place.workspaceId} and id = ${place.runId}`
    if (!row || !['checking', 'running', 'undoing'].includes(row.state)) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function report(seen: number, changes: readonly Change[], changed: number, dry: boolean): string[] {
  const verb = dry ? 'would change' : 'changed'
  const said = `${plural(seen, 'bounce')} read, ${formatCount(changed)} ${verb}`
  const name = ({ category, type }: Change['from']) => (type ? `${category}, ${type}` : category)
  const rows = changes.map(({ from, to, count }) => [name(from), name(to), String(count)])
  return rows.length === 0 ? [said] : [said, asTable(['from', 'to', 'bounces'], rows)]
}
