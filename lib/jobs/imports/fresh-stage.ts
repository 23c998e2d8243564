import { loadRules, signatureOf } from './rules'
import { requireStage } from './stage-table'
import { StageLost, type Taken, type Tx, type Work } from './work'

/** A stage made under other template rules tells other categories: it counts as lost. */
export async function requireFreshStage(tx: Tx, taken: Taken, work: Work): Promise<void> {
  await requireStage(tx, taken)
  if (signatureOf(await loadRules(tx, taken.workspaceId)) !== work.checkpoint.rules) throw new StageLost()
}
