import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DamagedBackup } from '@/db/backup/frames'
import { CannotRestore, readBackup } from '@/db/backup/read'
import { listWorkspaces } from '@/db/queries/access/workspaces'
import { formatCount } from '@/lib/format'
import { verifyWorkspace } from '@/lib/services/imports/verify-workspace'
import { CommandError, type Command } from './command'
import { withDatabase } from './database'

/** Fills an empty database from a backup, and checks it. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Fill an empty database from a backup, and check that all of it is there',
  usage: 'FILE',
  more: `Goes into the database of DATABASE_URL or of the data folder, which has to be empty: REBOUND_DATA_DIR=NEW-FOLDER makes one.
All of the backup is restored or nothing; every table’s rows are counted and compared with the backup’s SHA-256, then
everything is checked as by “verify”. People sign in anew.`,
  args: { min: 1, max: 1 },
  options: {},
  optionHelp: {},
  run: ({ args, io }) =>
    withDatabase(async ({ sql }) => {
      const path = args[0]!
      await access(path).catch(() => {
        throw new CommandError(`${path} can’t be read.`)
      })
      const bytes = pipeline(createReadStream(path), createGunzip(), () => {})
      const manifest = await readBackup(sql, bytes).catch(explain)
      await sql`analyze`
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      io.out(`Restored ${formatCount(rows)} rows of ${manifest.tables.length} tables.`)
      let wrong = 0
      for (const workspace of await listWorkspaces(sql)) {
        const problems = await verifyWorkspace(sql, workspace)
        wrong += problems.length
        for (const problem of problems) io.err(`${workspace.slug}: ${problem}`)
        if (problems.length === 0) io.out(`${workspace.slug}: exact`)
      }
      return wrong === 0 ? 0 : 1
    }),
}

const UNPACKING = /^Z_|^ERR_STREAM_PREMATURE_CLOSE$/

function explain(error: unknown): never {
  if (error instanceof CannotRestore || error instanceof DamagedBackup) throw new CommandError(error.message)
  if (UNPACKING.test(String((error as { code?: unknown }).code)))
    throw new CommandError('This is not a backup of Rebound, or it is damaged.')
  throw error
}
