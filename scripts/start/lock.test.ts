import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startedAt } from '@/db/embedded/postmaster'
import { takeLock } from './lock'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-lock-'))
  file = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.on('close', resolve))
  return child.pid ?? 0
}

describe('takeLock', () => {
  it('tells who holds it, until it is released', async () => {
    const first = await takeLock(file, 'http://localhost:1')
    expect(await takeLock(file, 'http://localhost:2')).toMatchObject({
      holder: { pid: process.pid, address: 'http://localhost:1' },
    })
    if ('release' in first) await first.release()
    expect(await takeLock(file, 'http://localhost:2')).toHaveProperty('release')
  })

  it('takes over from a process that was killed', async () => {
    writeFileSync(file, JSON.stringify({ pid: await endedProcess(), started: '1', address: 'x' }))
    expect(await takeLock(file, 'y')).toHaveProperty('release')
  })

  it('takes over when the id went to another process', async () => {
    writeFileSync(
      file,
      JSON.stringify({ pid: process.pid, started: `${startedAt(process.pid)}9`, address: 'x' }),
    )
    expect(await takeLock(file, 'y')).toHaveProperty('release')
  })

  it('takes over what a crash left half-written', async () => {
    writeFileSync(file, '{"pid":')
    expect(await takeLock(file, 'y')).toHaveProperty('release')
  })

  it('lets exactly one of many have what a killed process left', async () => {
    writeFileSync(file, JSON.stringify({ pid: await endedProcess(), started: '1', address: 'x' }))
    const all = await Promise.all(Array.from({ length: 20 }, () => takeLock(file, 'y')))
    expect(all.filter((one) => 'release' in one)).toHaveLength(1)
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(folder)).toEqual(['lock'])
  })
})
