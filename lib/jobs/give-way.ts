import { readFileSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import type { Sql } from 'postgres'

/** The name under which the worker's sessions stand in the server. */
export const WORKER_SESSIONS = 'rebound worker'

const LOWER = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Lets this process, and its sessions where the server runs on this machine, give way to whoever waits for a page: an import takes
 * every core there is. Costs nothing where nobody waits. Does without where it may not or can't tell which process a session is.
 */
export async function giveWay(sql: Sql): Promise<void> {
  lower(process.pid)
  const sessions = await sql<{ pid: number; client: string }[]>`
    select pid, host(client_addr) || '(' || client_port || ')' as client from pg_stat_activity
    where application_name = ${WORKER_SESSIONS} and client_addr is not null`
  for (const { pid, client } of sessions) if (titleOf(pid).includes(client)) lower(pid)
}

/** A server elsewhere has numbers of its own: what is said to be a session must call itself so here. */
function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Whatever gives way further already, stays so. */
function lower(pid: number): void {
  try {
    if (getPriority(pid) < LOWER) setPriority(pid, LOWER)
  } catch {
    // It is gone, or somebody else's.
  }
}
