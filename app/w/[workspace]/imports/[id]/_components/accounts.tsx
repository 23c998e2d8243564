import { Badge } from '@/components/ui/badge'
import { plural } from '@/lib/format'
import type { ImportCounts } from '@/lib/ingest/counts'
import { Line, Lines } from './heaps'

const SHOWN = 8

/** From which accounts the new bounces came, most first. */
export function AccountCounts({ counts }: { counts: ImportCounts }) {
  if (counts.byAccount.length === 0) return null
  // Where every account is new, saying so beside each would say nothing.
  const someKnown = counts.byAccount.some((each) => each.seenBefore)
  const shown = counts.byAccount.slice(0, SHOWN)
  const more = counts.byAccount.slice(SHOWN)
  const rest = more.reduce((sum, each) => sum + each.count, counts.otherAccounts)
  return (
    <section aria-labelledby="by-account">
      <h3 id="by-account" className="mt-4 mb-1 text-13 font-semibold">
        By sending account
      </h3>
      <Lines>
        {shown.map((each) => (
          <Line
            key={each.account}
            term={
              <>
                <span className="min-w-0 wrap-anywhere">{each.account || 'Not known'}</span>
                {someKnown && !each.seenBefore && each.account && <Badge>New account</Badge>}
              </>
            }
            count={each.count}
          />
        ))}
        {rest > 0 && (
          <Line
            term={
              <span className="text-muted">
                {counts.otherAccounts > 0 ? 'Other accounts' : plural(more.length, 'more account')}
              </span>
            }
            count={rest}
          />
        )}
      </Lines>
    </section>
  )
}
