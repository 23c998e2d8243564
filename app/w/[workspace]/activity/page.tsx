import type { Metadata } from 'next'
import { NothingMatches } from '@/components/data/states'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listMembers } from '@/db/queries/access/members'
import { requireMember } from '@/lib/auth'
import { mayAct } from '@/lib/services/context'
import { activityPage } from '@/lib/services/list-activity'
import { ActivityRow } from './_components/activity-row'
import { FilterForm } from './_components/filter-form'
import { queryOf, readParams } from './search-params'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const asked = readParams(await searchParams)
  const [{ rows, next }, people] = await Promise.all([
    activityPage(ctx, asked),
    listMembers(ctx.sql, ctx.workspace.id),
  ])
  const path = `/w/${slug}/activity`
  const mayUndo = mayAct(ctx.actor.role, 'operator')
  const filter = queryOf({ ...asked, before: null })
  return (
    <main id="main" className="grid max-w-300 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Activity"
        description="Who changed what, when and why. Nothing here can be edited or removed."
        actions={
          ctx.actor.role === 'admin' && (
            <ButtonLink href={`/api/w/${slug}/activity${filter}`} prefetch={false} download>
              Export CSV
            </ButtonLink>
          )
        }
      />
      <FilterForm key={filter} path={path} params={asked} people={people} />
      <Card title="What was done" padded={false}>
        {rows.length > 0 && (
          <ol>
            {rows.map((row) => (
              <ActivityRow
                key={row.id}
                slug={slug}
                zone={ctx.workspace.timeZone}
                row={row}
                mayUndo={mayUndo && row.mayUndo}
              />
            ))}
          </ol>
        )}
        {rows.length === 0 &&
          (filter ? <NothingMatches clearHref={path} /> : <EmptyState title="Nothing yet." />)}
        {next !== null && (
          <p className="border-t border-border px-4 py-2">
            <ButtonLink size="sm" variant="quiet" href={`${path}${queryOf({ ...asked, before: next })}`}>
              Older
            </ButtonLink>
          </p>
        )}
      </Card>
    </main>
  )
}
