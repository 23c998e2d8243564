import type { Metadata } from 'next'
import { DneNav } from '@/components/dne/dne-nav'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Badge } from '@/components/ui/badge'
import { listActs } from '@/db/queries/dne/list-acts'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { dayOf } from '@/lib/analytics/day'
import { requireMember } from '@/lib/auth'
import { formatDateTime, plural, zoneCity } from '@/lib/format'
import { mayAct, type Context } from '@/lib/services/context'
import { UndoButton } from '../_components/undo-button'
import { IncidentForm } from './_components/incident-form'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Roll back an incident' }

export default async function RollbackPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const mayUse = mayAct(ctx.actor.role, 'operator')
  const waiting = await countSuggestions(ctx.sql, ctx.workspace.id)
  const today = dayOf(ctx.now, ctx.workspace.timeZone)
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Roll back an incident"
        description="A provider that is down can say for hours that good addresses do not exist. Find what it put on the list, and restore it in one act."
      />
      <DneNav slug={slug} current="rollback" waiting={waiting.total} />
      {mayUse ? (
        <IncidentForm
          slug={slug}
          today={today}
          zone={ctx.workspace.timeZone}
          city={zoneCity(ctx.workspace.timeZone)}
        />
      ) : (
        <EmptyState title="Only operators roll back">Ask an admin of this workspace for the role.</EmptyState>
      )}
      <Past ctx={ctx} mayUse={mayUse} />
    </main>
  )
}

async function Past({ ctx, mayUse }: { ctx: Context; mayUse: boolean }) {
  const acts = (await listActs(ctx.sql, ctx.workspace.id, 200)).filter(({ kind }) => kind === 'rollback')
  if (acts.length === 0) return null
  return (
    <Card title="Rolled back before" padded={false}>
      <ul>
        {acts.map(({ id, createdAt, createdByName, why, count, undoneAt }) => (
          <li
            key={id}
            className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-border px-4 py-3 text-13 not-first:border-t"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium">{plural(count, 'contact')} restored</p>
              <p className="text-12 wrap-anywhere text-muted">
                {formatDateTime(createdAt, ctx.workspace.timeZone)}, by {createdByName ?? 'the command line'}:
                “{why}”
              </p>
            </div>
            {undoneAt ? (
              <Badge>Undone</Badge>
            ) : (
              mayUse && <UndoButton slug={ctx.workspace.slug} actId={id} size="sm" />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
