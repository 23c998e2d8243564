import type { Metadata } from 'next'
import { DneNav } from '@/components/dne/dne-nav'
import { FileProgress } from '@/components/dne/file-progress'
import { ListDrop } from '@/components/dne/list-drop'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { requireMember } from '@/lib/auth'
import { mayAct, type Context } from '@/lib/services/context'
import type { FileRow } from '@/lib/services/dne/files/file-row'
import { FailedFile } from '../_components/failed-file'
import { namedFile } from '../_components/named-file'
import { CheckResult } from './_components/check-result'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ file?: string | string[] }>
}

export const metadata: Metadata = { title: 'Check a list' }

export default async function CheckPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const mayUse = mayAct(ctx.actor.role, 'operator')
  const { file: id } = await searchParams
  const file = mayUse ? await namedFile(ctx, id, 'check') : null
  const waiting = await countSuggestions(ctx.sql, ctx.workspace.id)
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Check a list"
        description="Before you mail a list: who on it must not get your mail."
      />
      <DneNav slug={slug} current="check" waiting={waiting.total} />
      {!mayUse && (
        <EmptyState title="Only operators check lists">
          Ask an admin of this workspace for the role.
        </EmptyState>
      )}
      {file && <Checked ctx={ctx} file={file} />}
      {id !== undefined && mayUse && !file && (
        <Notice kind="info">This check is over: its file was deleted. Drop it again to check it anew.</Notice>
      )}
      {mayUse && (!file || file.state === 'failed') && <Drop key={file?.id} slug={slug} />}
    </main>
  )
}

function Drop({ slug }: { slug: string }) {
  return (
    <ListDrop slug={slug} purpose="check" title="Drop the contacts you are about to mail">
      Any CSV or text file with a column of addresses. You get it back in two files, with all its columns: the
      contacts you can mail, and the others with the reason for each. The file is deleted after a day.
    </ListDrop>
  )
}

function Checked({ ctx, file }: { ctx: Context; file: FileRow }) {
  const { slug, timeZone } = ctx.workspace
  if (file.state === 'failed') return <FailedFile file={file} again={`/w/${slug}/dne/check`} />
  if (file.state === 'reading')
    return <FileProgress title={`Checking ${file.name}`} progress={file.progress} />
  return <CheckResult slug={slug} zone={timeZone} file={file} />
}
