import { ButtonLink } from '@/components/ui/button'
import { contactStanding } from '@/db/queries/resubmit/contact-standing'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { dayOf } from '@/lib/analytics/day'
import { dimensionQuery, filterOf } from '@/lib/analytics/filter'
import type { Context } from '@/lib/services/context'
import { ResubmitButton } from '../../../_resubmit/resubmit-button'

/** The next try for an address whose last bounce was soft: at once where it is ready, by way of its cause where that has to be fixed. */
export async function ResubmitContact({ ctx, value }: { ctx: Context; value: string }) {
  const { sql, workspace, now } = ctx
  const rules = await loadRules(sql, workspace.id)
  const contact = await contactStanding(sql, { workspaceId: workspace.id, now, ...rules }, value)
  if (contact?.state === 'ready')
    return <ResubmitButton slug={workspace.slug} scope={{ kind: 'bounces', keys: [contact.bounceKey] }} />
  if (contact?.state !== 'waiting') return null
  const { category, account } = contact
  const cause = dimensionQuery({
    ...filterOf({}, dayOf(now, workspace.timeZone)),
    categories: [category],
    accounts: [account],
  })
  return <ButtonLink href={`/w/${workspace.slug}/resubmit?${cause}`}>Fix its cause</ButtonLink>
}
