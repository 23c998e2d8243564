import { Card } from '@/components/ui/card'
import { dayOf } from '@/lib/analytics/day'
import { formatCount, formatDay } from '@/lib/format'
import { accountsLine, shortAccount, whyReady } from '@/lib/resubmit/words'
import { byCategory, type Desk } from '../desk'
import { ReadyTable } from './ready-table'

interface Props {
  desk: Desk
  zone: string
  mayAct: boolean
  /** The bounces of a category. */
  rowsHref: (category: string) => string
}

const NAMED = 6

/** What can be resubmitted now. */
export function ReadyCard({ desk, zone, mayAct, rowsHref }: Props) {
  const sums = byCategory(desk, 'ready')
  const rows = sums.map(({ category, rule, contacts, again, accounts, fixedAt }) => ({
    category,
    contacts,
    accounts: accountsLine(accounts),
    why: whyReady(rule, { contacts, again, fixed: fixedAt && formatDay(dayOf(fixedAt, zone)) }),
    href: rowsHref(category),
  }))
  return (
    <div id="ready" className="grid">
      <Card
        title={`${formatCount(desk.totals.ready)} ready`}
        description="Every one checked against the Do Not Email list again at hand-over"
        padded={false}
        note={rows.length > 0 && <Accounts desk={desk} />}
      >
        {rows.length === 0 ? (
          <p className="px-4 pb-4 text-13 text-muted">
            Nobody is ready yet. Contacts come here when their hold ends or their cause is fixed.
          </p>
        ) : (
          <ReadyTable rows={rows} mayAct={mayAct} />
        )}
      </Card>
    </div>
  )
}

function Accounts({ desk }: { desk: Desk }) {
  const sums = new Map<string, number>()
  for (const { state, account, contacts } of desk.groups)
    if (state === 'ready') sums.set(account, (sums.get(account) ?? 0) + contacts)
  const sorted = [...sums].sort((a, b) => b[1] - a[1])
  const rest = sorted.slice(NAMED).reduce((all, [, contacts]) => all + contacts, 0)
  return (
    <span>
      {sorted.slice(0, NAMED).map(([account, contacts], i) => (
        <span key={account} title={account}>
          {i > 0 && ' · '}
          {shortAccount(account)} <b className="font-semibold text-text">{formatCount(contacts)}</b>
        </span>
      ))}
      {rest > 0 && (
        <>
          {' '}
          · {sorted.length - NAMED} more accounts{' '}
          <b className="font-semibold text-text">{formatCount(rest)}</b>
        </>
      )}
    </span>
  )
}
