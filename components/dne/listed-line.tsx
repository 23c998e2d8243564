import Link from 'next/link'
import { categoryName } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { REASON_NAMES, type Reason } from '@/lib/dne/entry'

interface Props {
  /** Null where the address is not listed. */
  entry: {
    href: string
    /** The listed value where it is a domain above the address. */
    domain: string | null
    reason: Reason
    category: string
    /** As text; null for good. */
    until: string | null
    since: string
  } | null
}

/** Whether an address is on the Do Not Email list, since when and why, in one line. */
export function ListedLine({ entry }: Props) {
  if (!entry) return <Badge tone="positive">Not on Do Not Email</Badge>
  const { href, domain, reason, category, until, since } = entry
  const why = reason === 'bounce' ? categoryName(category, true) : REASON_NAMES[reason]
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13">
      <Badge tone={until ? 'warning' : 'critical'}>{until ? 'Resting' : 'Do not email'}</Badge>
      <Link href={href} prefetch={false} className="link">
        {until ? `On the list until ${until}` : `On the list since ${since}`}
      </Link>
      <span className="text-muted">
        because: {why}
        {domain && `, the domain ${domain}`}
      </span>
    </p>
  )
}
