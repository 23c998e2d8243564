import type { ImportState } from '@/db/schema'
import type { Checkpoint } from '@/lib/jobs/imports/work'
import type { ImportAbilities } from './views'

/** What can be done with an import as it stands. */
export function abilitiesOf({
  state,
  checkpoint,
}: {
  state: ImportState
  checkpoint: unknown
}): ImportAbilities {
  const stored = state === 'failed' && (checkpoint as Partial<Checkpoint>).stored === true
  return {
    map: state === 'mapping' || state === 'staged',
    import: state === 'staged',
    cancel: ['mapping', 'staging', 'staged', 'importing'].includes(state) || (state === 'failed' && !stored),
    undo: state === 'imported' || stored,
    retry: state === 'failed',
  }
}
