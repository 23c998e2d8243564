import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list'
import { Meter } from '@/components/ui/meter'
import type { Evidence } from '@/lib/bounce/types'
import { plural } from '@/lib/format'
import { DrawerSection } from './section'
import { whyWords, type Decided } from './why-words'

interface Props extends Decided {
  confidence: number
  /** Other bounces with the same reply. */
  same: { href: string; bounces: number; domains: number; domainsExact: boolean } | null
  evidence: Evidence | null
}

/** Why a bounce has its category: what decided, how surely, and how many others say the same. */
export function WhyCategory({ same, confidence, ...decided }: Props) {
  const rule = decided.evidence?.rule ?? decided.decidedBy.split(':')[1]
  const byPerson = decided.decidedBy.startsWith('workspace_rule')
  const items = [
    ...(byPerson || decided.category === 'unclassified'
      ? []
      : [{ term: 'Confidence', value: <Meter confidence={confidence} exact /> }]),
    ...(byPerson || !rule || rule === 'none'
      ? []
      : [{ term: 'Decided by', value: <code className="font-mono text-12">{rule}</code> }]),
    ...(same
      ? [
          {
            term: 'Same reply',
            value: (
              <Link href={same.href} className="link">
                {plural(same.bounces, 'bounce')}, {same.domainsExact ? '' : 'at least '}
                {plural(same.domains, 'domain')}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <DrawerSection title="Why this category">
      <p className="text-13">{whyWords(decided)}</p>
      <DescriptionList items={items} className="mt-2" />
    </DrawerSection>
  )
}
