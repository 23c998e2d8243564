import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const SHAPE = z.object({ secret: z.string().min(32), databasePassword: z.string().min(16) })

/** What is made once for a data folder and then kept: the key of sessions and links, and the database's password. */
export type Secrets = z.infer<typeof SHAPE>

/** Reads the data folder's `secrets.json`, or makes folder and file; only the owner may read it. */
export async function keepSecrets(folder: string): Promise<Secrets> {
  // Root lets the server's user pass through (not look inside) to the cluster that belongs to it.
  await mkdir(folder, { recursive: true })
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  const file = join(folder, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) await make(file)
  await chmod(file, 0o600)
  const kept = SHAPE.safeParse(parse(text ?? (await readFile(file, 'utf8'))))
  if (!kept.success)
    throw new Error(`${file} is damaged. Bring it back from a backup: the database's password is in it.`)
  return kept.data
}

/** Written aside and linked into place, so that of two starts at once both read the same, whole file. */
async function make(file: string): Promise<void> {
  const fresh: Secrets = {
    secret: randomBytes(32).toString('base64url'),
    databasePassword: randomBytes(24).toString('base64url'),
  }
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(aside, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(aside)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
