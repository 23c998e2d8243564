/** Names one bounce of a workspace, in URLs too; it says nothing about the recipient. */
export interface BounceKey {
  occurredAt: Date
  dedupeKey: string
}

/** Seconds up to the year 5138: the database knows no time that is much later. */
const KEY = /^(\d{1,11})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** The key as it stands in a URL: `1763556420_0198…`. */
export function formatBounceKey(key: BounceKey): string {
  return `${Math.trunc(key.occurredAt.getTime() / 1000)}_${key.dedupeKey}`
}

/** Reads a key from a URL; null for anything that is not one. */
export function parseBounceKey(text: string): BounceKey | null {
  const match = KEY.exec(text)
  return match ? { occurredAt: new Date(Number(match[1]) * 1000), dedupeKey: match[2]! } : null
}
