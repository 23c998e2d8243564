import { resolve } from 'node:path'
import { keepSecrets, type Secrets } from './secrets'
import { startEmbedded, type EmbeddedServer } from './server'
import { measureMachine, serverSettings } from './settings'

/** Starts, or adopts, the database of a data folder, with settings for this machine. */
export async function openDataFolder(
  folder: string,
  port?: number,
): Promise<{ server: EmbeddedServer; secrets: Secrets }> {
  const path = resolve(folder)
  const secrets = await keepSecrets(path)
  const settings = serverSettings(measureMachine(path))
  const server = await startEmbedded({ folder: path, password: secrets.databasePassword, settings, port })
  return { server, secrets }
}
