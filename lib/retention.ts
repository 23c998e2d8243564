import { z } from 'zod'

/** What is kept for a time only; everything else stays until a person, an import or a workspace goes. */
export const RETENTION_KINDS = ['files', 'rejects', 'deliveries'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** Days, by kind; null: for good. */
export type Retention = Record<RetentionKind, number | null>

export const DEFAULT_RETENTION: Retention = { files: 30, rejects: 180, deliveries: 90 }

/** What a person can choose from. */
export const RETENTION_DAYS = [7, 30, 90, 180, 365] as const

const days = z.int().min(1).max(3650).nullable()
export const retentionSchema = z.strictObject({ files: days, rejects: days, deliveries: days })

/** What a workspace decided, over the defaults; what can't be read counts as not decided. */
export function readRetention(stored: unknown): Retention {
  const parsed = retentionSchema.partial().safeParse(stored ?? {})
  return { ...DEFAULT_RETENTION, ...(parsed.success ? parsed.data : {}) } as Retention
}
