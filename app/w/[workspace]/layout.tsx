import { Suspense, type ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { sidebarCounts } from '@/db/queries/analytics/sidebar-counts'
import { countListedLately } from '@/db/queries/dne/count-entries'
import { readyPerAccount } from '@/db/queries/resubmit/ready-per-account'
import { countWaiting } from '@/db/queries/review/count-waiting'
import { dayOf } from '@/lib/analytics/day'
import { lastDays } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { signOutAction } from '@/lib/auth/sign-out'
import { formatCount } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import { SampleNotice } from './_samples/sample-notice'

interface Props {
  children: ReactNode
  params: Promise<{ workspace: string }>
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const { ctx, user, workspaces } = await requireMember(slug)
  const counts = loadCounts(ctx)
  return (
    <AppShell
      workspace={{ slug: ctx.workspace.slug, name: ctx.workspace.name }}
      workspaces={workspaces.map((each) => ({ slug: each.slug, name: each.name }))}
      signOut={signOutAction}
      user={{ name: user.name, role: ctx.actor.role }}
      counts={{
        bounces: <Count of={counts} name="bounces" what="bounces in the last 30 days" />,
        accounts: <Count of={counts} name="accounts" what="accounts with bounces in the last 30 days" />,
        dne: <Count of={counts} name="dne" what="listed" />,
        resubmit: <Count of={counts} name="ready" what="contacts ready" />,
        review: <Count of={counts} name="review" what="replies to classify" />,
      }}
    >
      <div className="flex min-w-0 flex-col *:last:flex-1">
        <SampleNotice ctx={ctx} />
        {children}
      </div>
    </AppShell>
  )
}

type Counts = ReturnType<typeof loadCounts>

/** Each figure comes by itself and never fails: a sidebar without it is better than no page. */
function loadCounts({ sql, workspace, now }: Context) {
  const { id } = workspace
  const figures = sidebarCounts(sql, id, lastDays(dayOf(now, workspace.timeZone), 30))
  const ready = readyPerAccount(sql, { workspaceId: id, now })
  return {
    bounces: orNone(figures.then(({ bounces }) => bounces)),
    accounts: orNone(figures.then(({ accounts }) => accounts)),
    review: orNone(countWaiting(sql, id)),
    dne: orNone(countListedLately(sql, id, now)),
    ready: orNone(ready.then((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0))),
  }
}

function orNone(count: Promise<number>): Promise<number | null> {
  return count.catch(() => null)
}

interface CountProps {
  of: Counts
  name: keyof Counts
  what: string
}

function Count(props: CountProps) {
  return (
    <Suspense fallback={null}>
      <CountValue {...props} />
    </Suspense>
  )
}

async function CountValue({ of, name, what }: CountProps) {
  const count = await of[name]
  if (count === null) return null
  return (
    <span title={`${formatCount(count)} ${what}`}>
      {formatCount(count)}
      <span className="sr-only"> {what}</span>
    </span>
  )
}
