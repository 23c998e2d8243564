import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { writeBackup, type Manifest } from '@/db/backup/write'
import { formatCount } from '@/lib/format'
import { CommandError, type Command } from './command'
import { withDatabase } from './database'

/** Writes everything into one file. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write everything there is into one file, while Rebound runs',
  usage: 'FILE',
  more: `The file holds the database as it was when the command began: people and their password hashes, uploaded files,
bounces and what was made of them. Whoever has it has all of that, so it is readable by you alone. Signed-in sessions are
not in it, nor the secrets of the data folder. A backup counts once a restore of it was tried: npm run -s rebound -- restore`,
  args: { min: 1, max: 1 },
  options: {},
  optionHelp: {},
  run: ({ args, io }) =>
    withDatabase(async ({ sql }) => {
      const path = resolve(args[0]!)
      const manifest = await writeFile(path, (write) => writeBackup(sql, { now: new Date() }, write))
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      io.out(`Wrote ${path}: ${formatCount(rows)} rows of ${manifest.tables.length} tables.`)
      return 0
    }),
}

/** Under another name until it is whole and on the disk. */
async function writeFile(
  path: string,
  fill: (write: (piece: Buffer) => Promise<void>) => Promise<Manifest>,
): Promise<Manifest> {
  const part = `${path}.part`
  const out = createWriteStream(part, { mode: 0o600, flush: true })
  const gzip = createGzip({ level: 3 })
  const written = pipeline(gzip, out)
  const write = (piece: Buffer) =>
    new Promise<void>((done, failed) => gzip.write(piece, (error) => (error ? failed(error) : done())))
  try {
    const filled = fill(write)
    const manifest = await Promise.race([filled, written.then(() => filled)])
    gzip.end()
    await written
    await rename(part, path)
    await syncFolder(resolve(path, '..'))
    return manifest
  } catch (error) {
    gzip.destroy()
    await written.catch(() => undefined)
    await rm(part, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code && /^E[A-Z]+$/.test(code)) throw new CommandError(`${path} can’t be written: ${message}`)
    throw error
  }
}

/** A new name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync()
  await folder.close()
}
