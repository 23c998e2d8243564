import { ButtonLink } from '@/components/ui/button'
import { countRecovered } from '@/db/queries/resubmit/causes'
import { readyPerAccount } from '@/db/queries/resubmit/ready-per-account'
import { addDays, startOfDay } from '@/lib/analytics/day'
import { dimensionQuery, filterOf } from '@/lib/analytics/filter'
import { previousRange, type Range } from '@/lib/analytics/range'
import { formatCount, plural } from '@/lib/format'
import type { View } from './view'

/** Contacts that came back after they were resubmitted, and those that could be resubmitted now; nothing where there are neither. */
export async function Recovered({ view }: { view: View }) {
  const { ctx, filter, base } = view
  const { sql, workspace, now } = ctx
  const within = ({ from, to }: Range) =>
    countRecovered(
      sql,
      workspace.id,
      { from: startOfDay(from, workspace.timeZone), to: startOfDay(addDays(to, 1), workspace.timeZone) },
      filter.accounts,
    )
  const [recovered, before, perAccount] = await Promise.all([
    within(filter),
    within(previousRange(filter)),
    readyPerAccount(sql, { workspaceId: workspace.id, now }),
  ])
  const wanted = [...perAccount].filter(
    ([account]) => filter.accounts.length === 0 || filter.accounts.includes(account),
  )
  const ready = wanted.reduce((sum, [, n]) => sum + n, 0)
  if (recovered + before + ready === 0) return null
  const only = dimensionQuery({ ...filterOf({}, view.today), accounts: filter.accounts })
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border px-4 py-2 text-13">
      <p className="min-w-0 flex-1 basis-60 text-muted">
        <strong className="font-semibold text-text">
          {plural(ready, 'contact')} {ready === 1 ? 'is' : 'are'} ready
        </strong>{' '}
        for another try
        {recovered + before > 0 &&
          `; ${plural(recovered, 'contact')} recovered in these days, ${formatCount(before)} in those before`}
        .
      </p>
      {ready > 0 && (
        <ButtonLink href={`${base}/resubmit${only && `?${only}`}`} size="sm" prefetch={false}>
          Resubmit {formatCount(ready)}
        </ButtonLink>
      )}
    </div>
  )
}
