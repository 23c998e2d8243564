import type { Metadata } from 'next'
import { NewWorkspaceForm } from '@/components/access/new-workspace-form'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { loadRetention } from '@/db/queries/people/load-retention'
import { requireMember } from '@/lib/auth'
import { createWorkspaceAction } from '@/lib/auth/create-workspace'
import { TIME_ZONES } from '@/lib/time-zones'
import { RetentionForm } from './_components/retention-form'
import { WorkspaceForm } from './_components/workspace-form'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ params }: Props) {
  const { ctx } = await requireMember((await params).workspace)
  const { slug, name, timeZone } = ctx.workspace
  const kept = await loadRetention(ctx.sql, ctx.workspace.id)
  const isAdmin = ctx.actor.role === 'admin'
  return (
    <main id="main" className="grid min-w-0 max-w-180 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader title="Settings" />
      <Card title="This workspace" description={isAdmin ? undefined : 'An admin can change this.'}>
        {isAdmin ? (
          <WorkspaceForm slug={slug} name={name} timeZone={timeZone} zones={TIME_ZONES} />
        ) : (
          <DescriptionList
            items={[
              { term: 'Name', value: name },
              { term: 'Time zone', value: timeZone.replaceAll('_', ' ') },
            ]}
          />
        )}
      </Card>
      <Card
        title="How long data is kept"
        description="What is older than you say here is deleted once a day; the activity says how much. Bounces stay until their import is undone or a person is erased."
      >
        <RetentionForm slug={slug} kept={kept} mayChange={isAdmin} />
      </Card>
      <Card
        title="Another workspace"
        description="For another team or client. Bounces, members and settings are kept apart."
      >
        <div className="max-w-90">
          <NewWorkspaceForm zones={TIME_ZONES} create={createWorkspaceAction} />
        </div>
      </Card>
    </main>
  )
}
