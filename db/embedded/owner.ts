import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The system user that runs the server where we are root, because Postgres refuses root. */
export interface Owner {
  uid: number
  gid: number
  name: string
}

/** Null where we are not root: then the server runs as we do. An existing cluster keeps its owner; a new one gets `postgres`, else `nobody`. */
export async function serverOwner(cluster: string): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null
  const users = await systemUsers()
  const made = await stat(cluster).catch(() => null)
  const keeper = made && made.uid !== 0 ? users.find((user) => user.uid === made.uid) : undefined
  const owner =
    keeper ?? users.find((user) => user.name === 'postgres') ?? users.find((user) => user.name === 'nobody')
  if (!owner)
    throw new Error('Postgres does not run as root, and this system has neither a user postgres nor nobody.')
  return owner
}

async function systemUsers(): Promise<Owner[]> {
  const text = await readFile('/etc/passwd', 'utf8')
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4 && Number(parts[2]) > 0)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
}

/** Whether `owner` gets through every folder down to `path` and may read it. */
export async function reachableBy(owner: Owner | null, path: string): Promise<boolean> {
  if (!owner) return true
  for (let at = path; ; at = dirname(at)) {
    if (!(await permits(owner, at, at === path ? 0o4 : 0o1))) return false
    if (at === dirname(at)) return true
  }
}

async function permits(owner: Owner, path: string, wanted: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path)
  const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0
  return ((mode >> shift) & wanted) === wanted
}
