/** What a row of the activity says, as it is hashed. */
export interface ActivityFacts {
  id: string
  at: Date
  actorId: string
  action: string
  subjectId: string | null
  count: number | null
  why: string
  details: Record<string, unknown>
  about: readonly string[]
}

/** One text for one row, whatever order its keys came back in from the database. */
export function activityText(row: ActivityFacts): string {
  return JSON.stringify(
    inOrder([
      row.id,
      row.at.toISOString(),
      row.actorId,
      row.action,
      row.subjectId,
      row.count,
      row.why,
      row.details,
      [...row.about],
    ]),
  )
}

/** What is hashed (SHA-256) to give the row's hash: the hash before, the place in the chain and the row's own text. */
export function linkText(previousHash: string, seq: number, text: string): string {
  return `${previousHash}\n${seq}\n${text}`
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, inOrder(held)]),
  )
}
