import { CategoryLabel } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { isReason, REASON_NAMES } from '@/lib/dne/entry'

/** Why something is listed: the category for bounces, else the reason's own word. */
export function ReasonLabel({ reason, category }: { reason: string; category: string }) {
  if (reason === 'bounce' && category !== '') return <CategoryLabel category={category} short />
  return <Badge>{isReason(reason) ? REASON_NAMES[reason] : reason}</Badge>
}

/** What a scope means, for what is not one address. */
export function ScopeLabel({ scope }: { scope: string }) {
  if (scope === 'address') return null
  return <Badge tone="info">{scope === 'subdomains' ? 'Domain and subdomains' : 'Domain'}</Badge>
}
