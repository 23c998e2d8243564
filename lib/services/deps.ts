import type { Db } from '@/db/client'

/** What a use case outside any workspace works with: there is no member to act as. */
export interface Deps {
  db: Db
  now: Date
}
