import type { ReactNode } from 'react'
import { openRuns } from '@/db/queries/dne/open-runs'
import { requireMember } from '@/lib/auth'
import { mayAct } from '@/lib/services/context'
import { RunNotices } from './_components/run-notices'

interface Props {
  children: ReactNode
  params: Promise<{ workspace: string }>
}

/** The pages of the list, below what a worker does to it at the moment. */
export default async function DneLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const runs = await openRuns(ctx.sql, ctx.workspace.id)
  return (
    <>
      {runs.length > 0 && <RunNotices slug={slug} runs={runs} mayStop={mayAct(ctx.actor.role, 'operator')} />}
      {children}
    </>
  )
}
