import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { unverifiedBounces } from '@/db/queries/review/unverified'
import { dayOf } from '@/lib/analytics/day'
import { filterOf, filterQuery } from '@/lib/analytics/filter'
import { formatCount } from '@/lib/format'
import type { Context } from '@/lib/services/context'

interface Props {
  ctx: Context
  /** Only those that this import brought. */
  importId?: string
}

/** How many bounces of reports that may be forged wait for a person, and where they stand; nothing where there are none. */
export async function UnverifiedNotice({ ctx, importId }: Props) {
  const { workspace, now } = ctx
  const { count, first, last } = await unverifiedBounces(ctx.sql, workspace.id, importId)
  if (!first || !last) return null
  const day = (at: Date) => dayOf(at, workspace.timeZone)
  const days = { from: day(first), to: day(last) }
  const filter = filterOf({ ...days, import: importId, unverified: '1' }, day(now))
  const href = `/w/${workspace.slug}/bounces?${filterQuery(filter, day(now))}`
  const said =
    count === 1
      ? '1 bounce comes from a report that may be forged. It counts, and lists nobody.'
      : `${formatCount(count)} bounces come from reports that may be forged. They count, and list nobody.`
  return (
    <Notice
      kind="warning"
      actions={
        <ButtonLink href={href} size="sm">
          {count === 1 ? 'Look at it' : 'Look at them'}
        </ButtonLink>
      }
    >
      {said}
    </Notice>
  )
}
