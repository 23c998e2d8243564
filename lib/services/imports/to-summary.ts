import type { ListedImport } from '@/db/queries/imports/list-imports'
import { abilitiesOf } from './abilities'
import type { ImportSummary } from './views'

/** An import as lists show it. */
export function toSummary(row: ListedImport): ImportSummary {
  const { checkpoint: _, ...rest } = row
  return { ...rest, can: abilitiesOf(row) }
}
