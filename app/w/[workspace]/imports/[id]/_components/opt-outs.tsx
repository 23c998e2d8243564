import { plural } from '@/lib/format'
import { total, type ImportCounts } from '@/lib/ingest/counts'
import { SKIP_LABELS } from '../../_components/labels'
import { Line, Lines } from './heaps'

/** `12 complaints and 3 unsubscribes`; '' where there are none. */
export function optOutWords({ skipped }: Pick<ImportCounts, 'skipped'>): string {
  return (['complaint', 'unsubscribe'] as const)
    .flatMap((why) => (skipped[why] ? [plural(skipped[why], ...SKIP_LABELS[why])] : []))
    .join(' and ')
}

interface Props {
  counts: ImportCounts
  /** Whether they are on the list by now. */
  stored: boolean
}

/** What becomes of complaints and unsubscribes: not bounces, but reasons for the Do Not Email list. */
export function OptOuts({ counts, stored }: Props) {
  const { optOuts } = counts
  if (!optOuts || total({ ...optOuts }) === 0) return null
  const lines = [
    { term: stored ? 'On the Do Not Email list' : 'Go on the Do Not Email list', count: optOuts.new },
    { term: 'Already known', count: optOuts.known },
    { term: 'Not verified: wait for you', count: optOuts.unverified },
    { term: 'Name nobody', count: optOuts.unnamed },
  ].filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="opt-outs" className="mt-4">
      <h3 id="opt-outs" className="text-13 font-semibold">
        {optOutWords(counts)}
      </h3>
      <Lines>
        {lines.map(({ term, count }) => (
          <Line key={term} term={term} count={count} />
        ))}
      </Lines>
    </section>
  )
}
