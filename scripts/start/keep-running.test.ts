import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAlive } from '@/db/embedded/postmaster'
import { childEnv } from '@/lib/env'
import { keepRunning, type Service } from './keep-running'

const PROGRAM = `
  require('node:fs').appendFileSync(process.argv[2], process.pid + '\\n')
  process.send('ready')
  process.on('SIGTERM', () => process.argv[3] === 'deaf' || process.exit(0))
  process.on('disconnect', () => process.exit(0))
  setInterval(() => {}, 1000)
`
let folder: string
let service: Service | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-run-'))
  writeFileSync(join(folder, 'program.cjs'), PROGRAM)
})
afterEach(async () => {
  await service?.stop(0)
  rmSync(folder, { recursive: true, force: true })
})

function start(...more: string[]) {
  const said: string[] = []
  const args = [join(folder, 'program.cjs'), join(folder, 'pids'), ...more]
  service = keepRunning({ name: 'program', args, env: childEnv({}), say: (line) => void said.push(line) })
  return { service, said }
}

function pids(): number[] {
  return readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number)
}

describe('keepRunning', () => {
  it('starts a killed program again and says so', async () => {
    const { service, said } = start()
    await service.ready
    process.kill(pids()[0] ?? 0, 'SIGKILL')
    await vi.waitFor(() => expect(pids()).toHaveLength(2), { timeout: 10_000 })
    expect(said).toEqual([expect.stringMatching(/^The program ended \(SIGKILL\); it starts again in \d/)])
  }, 15_000)

  it('stops it for good', async () => {
    const { service, said } = start()
    await service.ready
    await service.stop(5000)
    expect(isAlive(pids()[0] ?? 0)).toBe(false)
    expect(said).toEqual([])
  })

  it('kills one that does not listen, when the patience is over', async () => {
    const { service } = start('deaf')
    await service.ready
    await service.stop(200)
    expect(isAlive(pids()[0] ?? 0)).toBe(false)
  })
})
