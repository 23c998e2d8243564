import type { Metadata } from 'next'
import { DneNav } from '@/components/dne/dne-nav'
import { FileProgress } from '@/components/dne/file-progress'
import { ListDrop } from '@/components/dne/list-drop'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { isUndone } from '@/db/queries/dne/is-undone'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { dayOf } from '@/lib/analytics/day'
import { requireMember } from '@/lib/auth'
import { mayAct, type Context } from '@/lib/services/context'
import type { FileRow } from '@/lib/services/dne/files/file-row'
import { FailedFile } from '../_components/failed-file'
import { namedFile } from '../_components/named-file'
import { AddForm } from './_components/add-form'
import { ListReview } from './_components/list-review'
import { ListStored } from './_components/list-stored'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ file?: string | string[] }>
}

export const metadata: Metadata = { title: 'Add to Do Not Email' }

export default async function AddPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const mayUse = mayAct(ctx.actor.role, 'operator')
  const { file: id } = await searchParams
  const file = mayUse ? await namedFile(ctx, id, 'list') : null
  const fresh = mayUse && (!file || file.state === 'failed')
  const waiting = await countSuggestions(ctx.sql, ctx.workspace.id)
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Add to Do Not Email"
        description="Nobody you add here gets your mail while the entry stands."
      />
      <DneNav slug={slug} current="add" waiting={waiting.total} />
      {!mayUse && (
        <EmptyState title="Only operators change the list">
          Ask an admin of this workspace for the role.
        </EmptyState>
      )}
      {file && <Listed ctx={ctx} file={file} />}
      {mayUse && id !== undefined && !file && (
        <Notice>This file is gone: files are deleted after a week. Upload it again.</Notice>
      )}
      {fresh && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card title="Paste addresses or domains">
            <AddForm slug={slug} today={dayOf(ctx.now, ctx.workspace.timeZone)} />
          </Card>
          <Card title="Import a list" description="You see everything before it is stored">
            <ListDrop key={file?.id} slug={slug} purpose="list" title="Drop a list here">
              The suppression list of Mailgun, SparkPost, Amazon SES, SendGrid or HubSpot, an export from this
              page, or any CSV or text file with a column of addresses or domains.
            </ListDrop>
          </Card>
        </div>
      )}
    </main>
  )
}

async function Listed({ ctx: { sql, workspace, now }, file }: { ctx: Context; file: FileRow }) {
  const { slug, timeZone } = workspace
  const { until } = file.choices
  const undone = file.actId !== null && (await isUndone(sql, workspace.id, file.actId))
  switch (file.state) {
    case 'reading':
      return <FileProgress title={`Reading ${file.name}`} progress={file.progress} />
    case 'read':
      return (
        <ListReview
          key={JSON.stringify(file.choices)}
          slug={slug}
          untilDay={until ? dayOf(new Date(Date.parse(until) - 1), timeZone) : ''}
          today={dayOf(now, timeZone)}
          file={file}
        />
      )
    case 'storing':
      return <FileProgress title={`Adding ${file.name}`} progress={file.progress} />
    case 'stored':
      return <ListStored slug={slug} file={file} undone={undone} />
    case 'failed':
      return <FailedFile file={file} again={`/w/${slug}/dne/add`} />
  }
}
