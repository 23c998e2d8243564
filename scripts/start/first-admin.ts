import { openDb, openSql } from '@/db/client'
import { hasUsers as anyUser } from '@/db/queries/access/users'
import { env } from '@/lib/env'
import { createFirstAdmin } from '@/lib/services/users/create-first-admin'

/** Whether anybody can sign in yet; otherwise the set-up page waits. */
export async function hasUsers(url: string): Promise<boolean> {
  const sql = openSql(url, 1)
  try {
    return await anyUser(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Makes the first admin and workspace of REBOUND_ADMIN_EMAIL and REBOUND_ADMIN_PASSWORD, where they are set and nobody is there. */
export async function makeFirstAdmin(url: string, say: (line: string) => void): Promise<void> {
  const { REBOUND_ADMIN_EMAIL: email, REBOUND_ADMIN_PASSWORD: password } = env()
  if (!email || !password || (await hasUsers(url))) return
  const db = openDb(url, 1)
  try {
    const name = email.slice(0, email.indexOf('@'))
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const made = await createFirstAdmin(
      { db, now: new Date() },
      { email, password, name, workspaceName: 'Sales', timeZone },
    )
    if (!made.ok)
      throw new Error(`REBOUND_ADMIN_EMAIL and REBOUND_ADMIN_PASSWORD make no account: ${made.error.message}`)
    say('Made the first admin, who REBOUND_ADMIN_EMAIL names, and the workspace Sales.')
  } finally {
    await db.close()
  }
}
