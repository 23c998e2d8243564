import { findWorkspace } from '@/db/queries/access/workspaces'
import { total } from '@/lib/ingest/counts'
import { COMMAND_LINE } from '@/lib/services/activity'
import type { Context } from '@/lib/services/context'
import { importFile, type ImportFileInput } from '@/lib/services/imports/import-file'
import type { ImportDetails } from '@/lib/services/imports/views'
import { CommandError, requireOption, textOption, UsageError, type Call, type Command } from './command'
import { valueOf, withDatabase, type Open } from './database'

/** Imports files of this machine, the way an upload goes. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Import bounce files, for scripts and cron; prints the counts',
  usage:
    'FILE… --workspace SLUG [--account ADDRESS] [--time-zone ZONE] [--day-order d|m] [--day YYYY-MM-DD] [--dry-run] [--json]',
  more: 'The same file counts once, however often it is imported. Ends with code 1 where a file could not be imported.',
  args: { min: 1, max: 1000 },
  options: {
    workspace: { type: 'string' },
    account: { type: 'string' },
    'time-zone': { type: 'string' },
    'day-order': { type: 'string' },
    day: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    workspace: 'The workspace, by the part that stands in its address',
    account: 'Sending account of rows that name none',
    'time-zone': 'Zone of times that name none, as in Europe/Berlin (the zone of the workspace)',
    'day-order': 'd or m: what stands first in dates such as 03/04/2026',
    day: 'Day of rows that have no time (today)',
    'dry-run': 'Count what the files would bring; store nothing',
    json: 'One JSON object a file',
  },
  run: (call) => withDatabase((open) => importAll(call, open)),
}

async function importAll(call: Call, open: Open): Promise<number> {
  const slug = requireOption(call, 'workspace')
  const workspace = await findWorkspace(open.sql, slug)
  if (!workspace) throw new CommandError(`There is no workspace ${slug}.`)
  const options = optionsOf(call)
  let code = 0
  for (const path of call.args) {
    const ctx: Context = {
      db: open.db,
      sql: open.sql,
      workspace,
      now: new Date(),
      actor: { userId: COMMAND_LINE, role: 'admin' },
    }
    try {
      const details = valueOf(await importFile(ctx, { ...options, path, databaseUrl: open.url }))
      call.io.out(call.values.json ? JSON.stringify(asJson(path, details)) : asText(path, details))
    } catch (error) {
      code = 1
      const why = whyOf(error)
      if (call.values.json) call.io.out(JSON.stringify({ file: path, error: why }))
      else call.io.err(`${path}: ${why}`)
    }
  }
  return code
}

function optionsOf(call: Call): Omit<ImportFileInput, 'path' | 'databaseUrl'> {
  const order = textOption(call, 'day-order')
  if (order !== undefined && order !== 'd' && order !== 'm')
    throw new UsageError('--day-order must be d or m.')
  const day = textOption(call, 'day')
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new UsageError('--day must look like 2026-01-31.')
  return {
    dryRun: call.values['dry-run'] === true,
    account: textOption(call, 'account'),
    timeZone: textOption(call, 'time-zone'),
    ...(order === undefined ? {} : { dayOrder: order === 'd' ? 'day_first' : 'month_first' }),
    day,
  }
}

function whyOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (error instanceof CommandError) return error.message
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EACCES') return 'This file may not be read.'
  if (code === 'EISDIR') return 'This is a folder.'
  throw error
}

function asJson(file: string, { id, state, counts }: ImportDetails) {
  return { file, import: id, state, ...counts }
}

function asText(path: string, { state, counts }: ImportDetails): string {
  if (!counts) return `${path}: ${state}`
  const verb = state === 'imported' ? 'imported' : 'would be imported'
  const { records, rows, known, skipped, rejected } = counts
  const read = records === rows ? `${rows} rows` : `${records} rows, ${rows} recipients`
  const parts = [`${counts.new} ${verb}`, `${known} known already`, `${total(skipped)} no bounces`]
  const listed = counts.optOuts?.new ?? 0
  if (listed > 0) parts.push(`${listed} of these on the Do Not Email list`)
  return `${path}: ${read}: ${[...parts, `${total(rejected)} can’t be read`].join(', ')}`
}
