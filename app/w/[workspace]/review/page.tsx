import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { countWaiting } from '@/db/queries/review/count-waiting'
import { listWaiting } from '@/db/queries/review/list-waiting'
import { dayOf } from '@/lib/analytics/day'
import { requireMember } from '@/lib/auth'
import { guess } from '@/lib/bounce/guess'
import { formatAgo, formatCount, plural } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { UnverifiedNotice } from '../_unverified/unverified-notice'
import { Queue } from './_components/queue'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ show?: string | string[] }>
}

const STEP = 100
const MOST = 2000

export const metadata: Metadata = { title: 'To classify' }

export default async function ReviewPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const wanted = Number((await searchParams).show)
  const shown = Number.isInteger(wanted) ? Math.max(STEP, Math.min(MOST, wanted)) : STEP
  const { ctx } = await requireMember(slug)
  const [waiting, all] = await Promise.all([
    listWaiting(ctx.sql, ctx.workspace.id, shown),
    countWaiting(ctx.sql, ctx.workspace.id),
  ])
  const replies = waiting.map(({ firstSeen, lastSeen, smtpCode, enhancedCode, ...reply }) => ({
    ...reply,
    days: `from=${dayOf(firstSeen, ctx.workspace.timeZone)}&to=${dayOf(lastSeen, ctx.workspace.timeZone)}`,
    seen: formatAgo(lastSeen, ctx.now),
    guesses: guess({ diagnostic: reply.example, smtpCode, enhancedCode }),
  }))
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="To classify"
        aside={all > 0 && plural(all, 'reply', 'replies')}
        description="Replies whose cause nobody knows yet, most frequent first. What you decide holds for every bounce with the reply, now and from now on."
      />
      <Suspense>
        <UnverifiedNotice ctx={ctx} />
      </Suspense>
      {replies.length === 0 ? (
        <EmptyState title="Nothing waits.">Replies that recognition cannot read will stand here.</EmptyState>
      ) : (
        <Queue slug={slug} replies={replies} mayDecide={mayAct(ctx.actor.role, 'operator')} />
      )}
      {all > replies.length && (
        <p className="flex flex-wrap items-center gap-3 text-13 text-muted">
          The first {formatCount(replies.length)} of {formatCount(all)}; the others follow as you decide.
          {shown < MOST && (
            <ButtonLink href={`/w/${slug}/review?show=${shown + STEP}`} scroll={false} size="sm">
              Show {formatCount(Math.min(STEP, all - replies.length))} more
            </ButtonLink>
          )}
        </p>
      )}
    </main>
  )
}
