import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list'
import { Meter } from '@/components/ui/meter'
import type { Evidence } from '@/lib/bounce/types'
import { plural } from '@/lib/format'
import { DrawerSection } from './section'
import { deciderOf } from './decider'
import { whyWords, type Decided } from './why-words'

interface Props extends Decided {
  confidence: number
  /** Other bounces with the same reply. */
  same: { href: string; bounces: number; domains: number; domainsExact: boolean } | null
  evidence: Evidence | null
}

/** Why a bounce has its category: what decided, how surely, and how many others say the same. */
export function WhyCategory({ same, confidence, ...decided }: Props) {
  const byPerson = decided.decidedBy.startsWith('workspace_rule')
  const decider = deciderOf(decided)
  const items = [
    ...(byPerson || decided.category === 'unclassified'
      ? []
      : [{ term: 'Confidence', value: <Meter confidence={confidence} exact /> }]),
    ...(decider ? [{ term: 'Decided by', value: decider.by }] : []),
    ...(decider?.example
      ? [{ term: 'As in', value: <q className="font-mono text-12 wrap-anywhere">{decider.example}</q> }]
      : []),
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
