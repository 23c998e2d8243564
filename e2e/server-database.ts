import { openDb, openSql } from '@/db/client'
import { openDataFolder } from '@/db/embedded/data-folder'

/** The database of the server under test, its address and the secret of its cookies; `close` when done. */
export async function openServerDatabase() {
  const folder = process.env.REBOUND_E2E_DATA
  if (!folder) throw new Error('REBOUND_E2E_DATA is not set')
  const { server, secrets } = await openDataFolder(folder)
  const db = openDb(server.url, 2)
  const sql = openSql(server.url, 2)
  const close = async () => void (await Promise.all([db.close(), sql.end({ timeout: 5 })]))
  return { db, sql, url: server.url, secret: secrets.secret, close }
}
