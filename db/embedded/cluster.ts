import { spawn, type StdioOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reachableBy, type Owner } from './owner'

export const SUPERUSER = 'rebound'

/** How a program of the server's is started: as which user, and by which path it finds its folder. */
export interface Footing {
  bin: string
  owner: Owner | null
}

/** Makes the cluster in `folder` unless it is there. Killed half-way it leaves nothing that counts as made. */
export async function createCluster(
  folder: string,
  password: string,
  { bin, owner }: Footing,
): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await give(unfinished, owner)
  const secrets = await mkdtemp(join(tmpdir(), 'rebound-initdb-'))
  try {
    const file = join(secrets, 'password')
    await writeFile(file, password, { mode: 0o600 })
    await Promise.all([give(file, owner), give(secrets, owner)])
    await initdb(unfinished, file, { bin, owner })
  } finally {
    await rm(secrets, { recursive: true, force: true })
  }
  await rename(unfinished, folder)
}

async function initdb(cluster: string, passwordFile: string, { bin, owner }: Footing): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  await withClusterPath(cluster, owner, async (path, inherited) => {
    const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', ...inherited]
    const child = spawn(join(bin, 'bin', 'initdb'), ['-D', path, ...locale, ...access], {
      ...identity(owner),
      stdio,
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`Postgres could not make its folder ${cluster}:\n${said.trim()}`)
  })
}

/**
 * Gives `work` a path by which the server finds its cluster. Below folders that its user may not enter (a project in
 * root's home) that is an open descriptor, which the server and all it forks inherit as number 3.
 */
export async function withClusterPath<T>(
  cluster: string,
  owner: Owner | null,
  work: (path: string, inherited: number[]) => Promise<T>,
): Promise<T> {
  if (await reachableBy(owner, cluster)) return work(cluster, [])
  if (process.platform !== 'linux') {
    throw new Error(
      `The user ${owner?.name} can't enter ${cluster}. Set REBOUND_DATA_DIR to a folder it can reach.`,
    )
  }
  let handle: FileHandle | undefined
  try {
    handle = await open(cluster)
    return await work('/proc/self/fd/3', [handle.fd])
  } finally {
    await handle?.close()
  }
}

/** The user, and an environment that leaves nothing of ours to guess: the server reads only its own settings. */
export function identity(owner: Owner | null) {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv
  return owner ? { uid: owner.uid, gid: owner.gid, cwd: '/', env } : { cwd: '/', env }
}

async function give(path: string, owner: Owner | null): Promise<void> {
  if (!owner) return
  await chown(path, owner.uid, owner.gid)
  await chmod(path, path.endsWith('password') ? 0o600 : 0o700)
}
