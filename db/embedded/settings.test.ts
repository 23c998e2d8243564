import { describe, expect, it } from 'vitest'
import { serverSettings, testSettings } from '@/db/embedded/settings'

const GB = 1024 ** 3
const reference = { memory: 24 * GB, disk: 200 * GB, shared: 12 * GB }

describe('serverSettings', () => {
  it('takes a quarter of the memory for buffers, up to 4 GB', () => {
    expect(serverSettings(reference).shared_buffers).toBe('4096MB')
    expect(serverSettings({ ...reference, memory: 2 * GB }).shared_buffers).toBe('512MB')
  })

  it('keeps the log of changes well below what the disk has free', () => {
    expect(serverSettings(reference).max_wal_size).toBe('16384MB')
    expect(serverSettings({ ...reference, disk: 40 * GB }).max_wal_size).toBe('4096MB')
  })

  it('does without /dev/shm where a container made it small', () => {
    expect(serverSettings(reference).dynamic_shared_memory_type).toBe('posix')
    expect(serverSettings({ ...reference, shared: 64 * 1024 ** 2 }).dynamic_shared_memory_type).toBe('mmap')
  })

  it('never gives up durability, which only a test server may', () => {
    const touched = Object.keys(serverSettings(reference))
    expect(touched).not.toContain('fsync')
    expect(touched).not.toContain('synchronous_commit')
    expect(testSettings(reference).fsync).toBe('off')
  })
})
