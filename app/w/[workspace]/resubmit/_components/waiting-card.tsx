import { Card } from '@/components/ui/card'
import { dayOf } from '@/lib/analytics/day'
import { formatCount, formatDay, zoneCity } from '@/lib/format'
import type { Desk } from '../desk'
import { FixList } from './fix-list'
import { WaitingTable } from './waiting-table'

interface Props {
  desk: Desk
  slug: string
  zone: string
  now: Date
  mayAct: boolean
}

/** The causes on our own side, and what makes their contacts ready. */
export function WaitingCard({ desk, slug, zone, now, mayAct }: Props) {
  const rows = desk.waiting.map(({ category, account, contacts, toChange }) => ({
    category,
    account,
    contacts,
    toChange,
  }))
  const fixes = desk.fixes.map((fix) => ({
    id: fix.id,
    category: fix.category,
    account: fix.account,
    what: fix.what,
    when: `${formatDay(dayOf(fix.fixedAt, zone))}${fix.by ? ` by ${fix.by}` : ''}`,
  }))
  return (
    <div id="waiting" className="grid">
      <Card
        title={`${formatCount(desk.totals.waiting)} waiting for a fix`}
        description="Mark a cause as fixed and everyone who bounced on it before becomes ready"
        padded={false}
        note={fixes.length > 0 && <FixList slug={slug} fixes={fixes} mayAct={mayAct} />}
      >
        {rows.length === 0 ? (
          <p className="px-4 pb-4 text-13 text-muted">Nothing on your side holds anybody back.</p>
        ) : (
          <WaitingTable
            slug={slug}
            rows={rows}
            zone={zone}
            city={zoneCity(zone)}
            now={now.toISOString()}
            mayAct={mayAct}
          />
        )}
      </Card>
    </div>
  )
}
