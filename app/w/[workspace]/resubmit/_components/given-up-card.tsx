import { CategoryLabel } from '@/components/data/category-label'
import { CountLines } from '@/components/resubmit/count-lines'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/lib/format'
import { whyGivenUp } from '@/lib/resubmit/words'
import type { BatchScope } from '@/lib/services/resubmit/batch-input'
import { ResubmitButton } from '../../_resubmit/resubmit-button'
import { byCategory, type Desk } from '../desk'
import { ListGivenUp } from './list-given-up'

interface Props {
  desk: Desk
  slug: string
  mayAct: boolean
  filter: { accounts: string[]; categories: string[]; campaigns: string[] }
}

/** Who was tried as often as the rules allow; a person decides. */
export function GivenUpCard({ desk, slug, mayAct, filter }: Props) {
  const sums = byCategory(desk, 'given_up')
  const scope: BatchScope = { kind: 'groups', state: 'given_up', ...filter }
  return (
    <div id="given-up" className="grid">
      <Card
        title={`${formatCount(desk.totals.given_up)} given up`}
        description="Tried as often as your rules allow, or bounced again after a fix"
      >
        {sums.length === 0 ? (
          <p className="text-13 text-muted">Nobody is given up.</p>
        ) : (
          <CountLines
            lines={sums.map(({ category, rule, contacts }) => ({
              key: category,
              count: contacts,
              label: (
                <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
                  <CategoryLabel category={category} short />
                  <span className="text-12 text-muted">{whyGivenUp(rule)}</span>
                </span>
              ),
            }))}
          />
        )}
        {mayAct && sums.length > 0 && (
          <div className="mt-3 flex flex-wrap gap-2">
            <ListGivenUp slug={slug} count={desk.totals.given_up} filter={filter} />
            <ResubmitButton slug={slug} scope={scope} size="sm" variant="quiet">
              Try once more
            </ResubmitButton>
          </div>
        )}
      </Card>
    </div>
  )
}
