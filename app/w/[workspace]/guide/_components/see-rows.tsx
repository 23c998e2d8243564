import { ButtonLink } from '@/components/ui/button'
import { waitingForFix } from '@/db/queries/resubmit/waiting-for-fix'
import { categoryById } from '@/lib/bounce/categories'
import { plural } from '@/lib/format'
import { mayAct, type Context } from '@/lib/services/context'
import { categoryCounts } from '../figures'

/** The ways from a category of the guide to who waits for its fix, and to its bounces of the last 30 days. */
export async function SeeRows({ ctx, category }: { ctx: Context; category: string }) {
  const count = (await categoryCounts(ctx))[category] ?? 0
  const waiting = await countWaiting(ctx, category)
  const base = `/w/${ctx.workspace.slug}`
  return (
    <>
      {waiting > 0 && (
        <ButtonLink href={`${base}/resubmit?category=${category}`} variant="primary">
          Mark as fixed: {plural(waiting, 'contact')}
        </ButtonLink>
      )}
      {count > 0 && (
        <ButtonLink
          href={`${base}/bounces?category=${category}`}
          variant={waiting > 0 ? undefined : 'primary'}
        >
          See the {plural(count, 'bounce')}
        </ButtonLink>
      )}
    </>
  )
}

async function countWaiting(ctx: Context, category: string): Promise<number> {
  if (categoryById(category)?.disposition !== 'fix' || !mayAct(ctx.actor.role, 'operator')) return 0
  const groups = await waitingForFix(ctx.sql, { workspaceId: ctx.workspace.id, now: ctx.now })
  return groups.reduce((sum, group) => (group.category === category ? sum + group.contacts : sum), 0)
}
