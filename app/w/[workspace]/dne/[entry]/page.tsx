import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { Badge } from '@/components/ui/badge'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ScopeLabel } from '@/components/dne/reason-label'
import { listedNow, type Listed } from '@/db/queries/dne/listed-now'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { entryTimeline } from '@/db/queries/dne/entry-timeline'
import { loadEntry } from '@/db/queries/dne/load-entry'
import { dayOf } from '@/lib/analytics/day'
import { requireMember } from '@/lib/auth'
import { PROTECTED_REASONS } from '@/lib/dne/entry'
import { isErased, shownValue } from '@/lib/dne/erased'
import { isId } from '@/lib/id'
import { mayAct, type Context } from '@/lib/services/context'
import { PersonMenu } from '../../_people/person-menu'
import { RemoveButton } from '../_components/remove-dialog'
import { ListAgain } from './_components/list-again'
import { ReasonRow } from './_components/reason-row'
import { ResubmitContact } from './_components/resubmit-contact'
import { Timeline } from './_components/timeline'

interface Props {
  params: Promise<{ workspace: string; entry: string }>
}

export const metadata: Metadata = { title: 'Do Not Email entry' }

export default async function EntryPage({ params }: Props) {
  const { workspace: slug, entry: id } = await params
  const { ctx } = await requireMember(slug)
  const entry = isId(id) ? await loadEntry(ctx.sql, ctx.workspace.id, id, ctx.now) : null
  if (!entry) notFound()
  const timeline = await entryTimeline(ctx.sql, ctx.workspace.id, entry)
  const above = entry.listed ? null : await listedAbove(ctx, entry.value)
  const mayChange = mayAct(ctx.actor.role, 'operator')
  const { timeZone } = ctx.workspace
  const today = dayOf(ctx.now, timeZone)
  const removable = entry.reasons.some(({ reason }) => !PROTECTED_REASONS.includes(reason))
  const resting = entry.listed && entry.reasons.every(({ until }) => until !== null)
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <div className="grid gap-1">
        <Breadcrumbs
          items={[{ label: 'Do Not Email', href: `/w/${slug}/dne` }, { label: shownValue(entry.value) }]}
        />
        <PageHeader
          title={shownValue(entry.value)}
          aside={
            <span className="inline-flex items-center gap-2">
              <ScopeLabel scope={entry.scope} />
              {above ? (
                <Badge tone={above.until ? 'warning' : 'critical'}>
                  {above.until ? 'Resting' : 'Do not email'}
                </Badge>
              ) : !entry.listed ? (
                <Badge tone="positive">Not listed</Badge>
              ) : (
                <Badge tone={resting ? 'warning' : 'critical'}>{resting ? 'Resting' : 'Do not email'}</Badge>
              )}
            </span>
          }
          actions={
            <>
              {mayChange && entry.scope === 'address' && !isErased(entry.value) && (
                <Suspense>
                  <ResubmitContact ctx={ctx} value={entry.value} />
                </Suspense>
              )}
              {mayChange && !entry.listed && (
                <ListAgain slug={slug} value={entry.value} scope={entry.scope} />
              )}
              {mayChange && entry.listed && removable && (
                <RemoveButton slug={slug} select={{ ids: [entry.entryId] }} count={1} label="Remove" />
              )}
              {mayAct(ctx.actor.role, 'admin') && entry.scope === 'address' && !isErased(entry.value) && (
                <PersonMenu
                  slug={slug}
                  who={{ entryId: entry.entryId }}
                  address={entry.value}
                  after={`/w/${slug}/dne`}
                />
              )}
            </>
          }
        />
      </div>
      {entry.correction && entry.value.includes('@') && (
        <Notice>
          The domain {entry.domain} is most likely mistyped: {entry.correction} was meant. Ask for the right
          address, or try {entry.value.slice(0, entry.value.lastIndexOf('@'))}@{entry.correction}.
        </Notice>
      )}
      {entry.suggested && (
        <Notice
          actions={
            <Link className="link" href={`/w/${slug}/dne/suggestions`}>
              Decide
            </Link>
          }
        >
          Suggested for the list: it waits for a person’s yes.
        </Notice>
      )}
      <Card title="Why it is listed" description="Listed while any of these stands" padded={false}>
        {entry.reasons.length === 0 ? (
          <NothingOfItsOwn slug={slug} above={above} />
        ) : (
          <ul>
            {entry.reasons.map((reason) => (
              <ReasonRow
                key={reason.reason}
                slug={slug}
                entryId={entry.entryId}
                fact={reason}
                zone={timeZone}
                today={today}
                mayChange={mayChange}
                isAdmin={mayAct(ctx.actor.role, 'admin')}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card title="What happened" description="Bounces, and what people did, newest first">
        <Timeline slug={slug} items={timeline} zone={timeZone} value={entry.value} />
      </Card>
    </main>
  )
}

/** What keeps an entry without reasons of its own off all the same: its domain, one above it, or the address without its tag. */
async function listedAbove({ sql, workspace, now }: Context, value: string): Promise<Listed | null> {
  const { options } = await loadPolicy(sql, workspace.id)
  return (await listedNow(sql, workspace.id, [value], now, options)).get(value) ?? null
}

function NothingOfItsOwn({ slug, above }: { slug: string; above: Listed | null }) {
  if (!above) {
    return (
      <EmptyState title="Nothing keeps it listed" className="py-8">
        It can get your mail. What happened so far stands below.
      </EmptyState>
    )
  }
  return (
    <EmptyState title={`Listed by ${above.value}`} className="py-8">
      It is not on the list itself, but{' '}
      <Link className="link underline underline-offset-3" href={`/w/${slug}/dne/${above.entryId}`}>
        {above.value}
      </Link>{' '}
      is, and keeps it off {above.until ? 'for now' : 'for good'}.
    </EmptyState>
  )
}
