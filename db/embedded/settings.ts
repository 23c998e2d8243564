import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

const MB = 1024 * 1024
const GB = 1024 * MB

export interface Machine {
  /** Bytes of memory this process may use, a container's limit included. */
  memory: number
  /** Bytes free on the data folder's disk. */
  disk: number
  /** Bytes of shared memory (/dev/shm); containers often have 64 MB. */
  shared: number
}

/** Measures the machine that the cluster in `folder` runs on. */
export function measureMachine(folder: string): Machine {
  const limit = process.constrainedMemory()
  return {
    memory: limit > 0 ? Math.min(limit, totalmem()) : totalmem(),
    disk: free(folder),
    shared: process.platform === 'linux' ? free('/dev/shm') : Infinity,
  }
}

function free(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return Infinity // unknown: assume that it is not what limits us
  }
}

const megabytes = (bytes: number) => `${Math.floor(bytes / MB)}MB`
const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))

/** The server's settings for a machine. A commit stays durable: fsync and synchronous_commit are never touched. */
export function serverSettings({ memory, disk, shared }: Machine): Record<string, string> {
  return {
    shared_buffers: megabytes(between(64 * MB, memory * 0.25, 4 * GB)),
    effective_cache_size: megabytes(memory * 0.5),
    maintenance_work_mem: megabytes(between(32 * MB, memory * 0.02, 512 * MB)),
    work_mem: megabytes(between(4 * MB, memory * 0.002, 48 * MB)),
    max_wal_size: megabytes(between(1 * GB, disk * 0.1, 16 * GB)),
    checkpoint_timeout: '30min',
    random_page_cost: '1.1',
    jit: 'off',
    max_connections: '100',
    // An error quotes values of rows; who asked is told, the log is not.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    dynamic_shared_memory_type: shared < GB ? 'mmap' : 'posix',
  }
}

/** A server that lives for one test run: small, and free to lose everything in a crash. */
export function testSettings(machine: Machine): Record<string, string> {
  return {
    ...serverSettings(machine),
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
}
