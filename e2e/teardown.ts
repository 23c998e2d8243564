import { rm } from 'node:fs/promises'

/** Runs when the server has stopped: its data folder goes. */
export default async function teardown(): Promise<void> {
  const folder = process.env.REBOUND_E2E_DATA
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
