import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DropAnywhere } from '@/components/upload/drop-anywhere'
import { requireMember } from '@/lib/auth'
import { getImport } from '@/lib/services/imports/get-import'
import { mayAct } from '@/lib/services/context'
import { EndedPage } from './_components/ended-page'
import { ImportedPage } from './_components/imported-page'
import { MappingPage } from './_components/mapping-page'
import { RunningPage } from './_components/running-page'
import type { StateProps } from './_components/state-props'

interface Props {
  params: Promise<{ workspace: string; id: string }>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage({ params }: Props) {
  const { workspace, id } = await params
  const { ctx } = await requireMember(workspace)
  const found = UUID.test(id) ? await getImport(ctx, { importId: id }) : null
  if (!found?.ok) notFound()
  const details = found.value
  const mayUpload = mayAct(ctx.actor.role, 'operator')
  return (
    <main id="main" className="min-w-0 px-4 pt-4 pb-12 md:px-6">
      <PageOf ctx={ctx} details={details} mayUpload={mayUpload} />
      {mayUpload && <DropAnywhere workspace={workspace} />}
    </main>
  )
}

/** Each state of an import has a page of its own. */
function PageOf(props: StateProps) {
  switch (props.details.state) {
    case 'mapping':
    case 'staged':
      return <MappingPage {...props} />
    case 'staging':
    case 'importing':
    case 'undoing':
      return <RunningPage {...props} />
    case 'imported':
      return <ImportedPage {...props} />
    default:
      return <EndedPage {...props} />
  }
}
