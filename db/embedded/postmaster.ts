import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a running server tells of itself in its folder. */
export interface Postmaster {
  pid: number
  port: number
}

/** The server that runs on this cluster, or null. A file left by a server that is gone counts as none. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map((line) => Number(line.trim()))
  if (!pid || !port || !isAlive(pid)) return null
  if ((await programOf(pid)).includes('postgres')) return { pid, port }
  // The id went to another program, and Postgres itself would take that for a server. A dead id it handles.
  if (isAlive(pid)) await rm(file, { force: true })
  return null
}

/** Whether a process with this id runs, ours or not. One that ended and was never waited for does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z'
}

/** When the process began, in the system's own count: with the id it tells one process from all others. '' where unknown. */
export function startedAt(pid: number): string {
  return statOf(pid)[19] ?? ''
}

/** Linux tells state, parent … of a process after its name in brackets. */
function statOf(pid: number): string[] {
  if (process.platform !== 'linux') return []
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return [] // gone meanwhile, or hidden from us
  }
}

async function programOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    return (await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])).stdout
  } catch {
    return '' // it ended between the two looks
  }
}
