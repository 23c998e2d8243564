import { CategoryLabel } from '@/components/data/category-label'
import { CountLines } from '@/components/resubmit/count-lines'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/lib/format'
import { byCategory, type Desk } from '../desk'
import { spanText } from '../spans'

/** Who rests on a hold, and until when. */
export function RestingCard({ desk, zone, today }: { desk: Desk; zone: string; today: string }) {
  const sums = byCategory(desk, 'resting')
  return (
    <div id="resting" className="grid">
      <Card
        title={`${formatCount(desk.totals.resting)} resting`}
        description="They become ready by themselves when the hold ends"
      >
        {sums.length === 0 ? (
          <p className="text-13 text-muted">Nobody rests.</p>
        ) : (
          <CountLines
            lines={sums.map(({ category, contacts, firstUntil, lastUntil }) => ({
              key: category,
              count: contacts,
              label: (
                <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
                  <CategoryLabel category={category} short />
                  <span className="text-12 text-muted">
                    ready {spanText(firstUntil, lastUntil, zone, today)}
                  </span>
                </span>
              ),
            }))}
          />
        )}
      </Card>
    </div>
  )
}
