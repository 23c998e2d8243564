import { customType, timestamp } from 'drizzle-orm/pg-core'

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Compared byte by byte: what is never shown in order of the language stays small and fast in indexes. */
export const plain = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
