import type { Metadata } from 'next'
import { DropAnywhere } from '@/components/upload/drop-anywhere'
import { DropZone } from '@/components/upload/drop-zone'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireMember } from '@/lib/auth'
import { listImports, listImportsInput } from '@/lib/services/imports/list-imports'
import { mayAct } from '@/lib/services/context'
import { FormatsCard } from './_components/formats-card'
import { ImportsTable } from './_components/imports-table'
import { LoadSample } from '../_samples/load-sample'
import { RefreshWhile } from '@/components/data/refresh-while'

export const metadata: Metadata = { title: 'Imports' }

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const { ctx } = await requireMember(workspace)
  const cursor = listImportsInput.shape.cursor.safeParse((await searchParams).before)
  const listed = await listImports(ctx, { cursor: cursor.success ? cursor.data : null })
  if (!listed.ok) throw new Error(listed.error.message)
  const { imports, next } = listed.value
  const mayUpload = mayAct(ctx.actor.role, 'operator')
  const running = imports.some((each) => ['staging', 'importing', 'undoing'].includes(each.state))
  return (
    <main id="main" className="grid min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader title="Imports" description="Files of bounces, each from its upload to its result." />
      {mayUpload && (
        <>
          <DropZone workspace={workspace}>
            {imports.length === 0 && ctx.actor.role === 'admin' && <LoadSample workspace={workspace} />}
          </DropZone>
          <DropAnywhere workspace={workspace} />
        </>
      )}
      {imports.length > 0 && (
        <Card title="All imports" padded={false}>
          <ImportsTable
            base={`/w/${workspace}/imports`}
            imports={imports}
            timeZone={ctx.workspace.timeZone}
          />
          {next && (
            <p className="border-t border-border px-4 py-2">
              <ButtonLink size="sm" variant="quiet" href={`/w/${workspace}/imports?before=${next}`}>
                Older imports
              </ButtonLink>
            </p>
          )}
        </Card>
      )}
      {imports.length === 0 && !mayUpload && (
        <p className="text-13 text-muted">Nothing has been imported yet.</p>
      )}
      <FormatsCard workspace={workspace} />
      <RefreshWhile running={running} />
    </main>
  )
}
