import { waitingForFix } from '@/db/queries/resubmit/waiting-for-fix'
import { zoneCity } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import { MarkFixedButton } from '../../_resubmit/mark-fixed-button'

interface Props {
  ctx: Context
  cause: { category: string; account: string }
}

/** The way to mark a bounce's cause as fixed; nothing where nobody waits for that. */
export async function MarkFixed({ ctx, cause: { category, account } }: Props) {
  const { sql, workspace, now } = ctx
  const groups = await waitingForFix(sql, { workspaceId: workspace.id, now })
  const mine = groups.filter((group) => group.category === category && group.account === account)
  const contacts = mine.reduce((sum, group) => sum + group.contacts, 0)
  if (contacts === 0) return null
  return (
    <MarkFixedButton
      slug={workspace.slug}
      variant="primary"
      row={{ category, account, contacts }}
      zone={workspace.timeZone}
      city={zoneCity(workspace.timeZone)}
      now={now.toISOString()}
    />
  )
}
