import { Badge } from '@/components/ui/badge'
import type { ImportState } from '@/db/schema'
import { STATE_LABELS } from './labels'

/** The state of an import as a word. */
export function StateBadge({ state }: { state: ImportState }) {
  const { label, tone } = STATE_LABELS[state]
  return <Badge tone={tone}>{label}</Badge>
}
