import postgres from 'postgres'

/** Rebound's own role: owner of the database, but not above its rights, so that what is revoked from it stays so. */
export const APP_ROLE = 'rebound_app'

/** Sees that role and database exist; `url` is the superuser's. Throws while the server does not answer. */
export async function prepareDatabase(url: string, database: string, password: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const sql = postgres(admin.toString(), { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`
    if (!role) {
      const [quoted] = await sql<{ text: string }[]>`select quote_literal(${password}::text) as text`
      await sql.unsafe(`create role ${APP_ROLE} login createdb password ${quoted!.text}`)
    }
    const [found] = await sql`select 1 from pg_database where datname = ${database}`
    if (!found) await sql.unsafe(`create database ${database} owner ${APP_ROLE}`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
