import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from './server'
import { measureMachine, testSettings } from './settings'

/** A server for one test run, in a temporary folder that `stop` removes. */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rebound-test-'))
  const password = randomBytes(16).toString('hex')
  const server = await startEmbedded({ folder, password, settings: testSettings(measureMachine(folder)) })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
