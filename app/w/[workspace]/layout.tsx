import { Suspense, type ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { sidebarCounts } from '@/db/queries/analytics/sidebar-counts'
import { countListed } from '@/db/queries/dne/count-entries'
import { readyPerAccount } from '@/db/queries/resubmit/ready-per-account'
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

type Counts = Awaited<ReturnType<typeof sidebarCounts>> & { dne: number; ready: number }

/** Never fails: a sidebar without figures is better than no page. */
async function loadCounts({ sql, workspace, now }: Context): Promise<Counts | null> {
  const range = lastDays(dayOf(now, workspace.timeZone), 30)
  const counted = Promise.all([
    sidebarCounts(sql, workspace.id, range),
    countListed(sql, workspace.id, now),
    readyPerAccount(sql, { workspaceId: workspace.id, now }),
  ])
  return counted
    .then(([counts, dne, ready]) => ({ ...counts, dne, ready: sumOf(ready.values()) }))
    .catch(() => null)
}

function sumOf(counts: Iterable<number>): number {
  return [...counts].reduce((sum, n) => sum + n, 0)
}

function Count(props: { of: Promise<Counts | null>; name: keyof Counts; what: string }) {
  return (
    <Suspense fallback={null}>
      <CountValue {...props} />
    </Suspense>
  )
}

async function CountValue({
  of,
  name,
  what,
}: {
  of: Promise<Counts | null>
  name: keyof Counts
  what: string
}) {
  const counts = await of
  if (!counts) return null
  return (
    <span title={`${formatCount(counts[name])} ${what}`}>
      {formatCount(counts[name])}
      <span className="sr-only"> {what}</span>
    </span>
  )
}
