import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { UploadButton } from '@/components/upload/upload-button'
import type { ImportDetails } from '@/lib/services/imports/views'

const TITLES = {
  cancelled: 'This import was cancelled',
  undone: 'This import was undone',
  failed: 'This file could not be imported',
}

function sentence(state: keyof typeof TITLES, failure: string | null): string {
  if (state === 'failed') return failure ?? 'Something broke while the file was read. Upload it again.'
  if (state === 'cancelled') return 'Nothing of it is stored. Upload the file again to start over.'
  return 'Its bounces are out of every list and chart. Upload the file again to bring them back.'
}

interface Props {
  workspace: string
  details: ImportDetails
  /** Whether this person may upload. */
  mayUpload: boolean
}

/** An import that stores nothing: why, and the way on. */
export function Ended({ workspace, details, mayUpload }: Props) {
  const state = details.state as keyof typeof TITLES
  return (
    <div className="mt-4 rounded-lg border border-border">
      <EmptyState
        title={TITLES[state]}
        actions={
          <>
            {mayUpload && <UploadButton workspace={workspace} label="Upload another file" />}
            <ButtonLink href={`/w/${workspace}/imports`}>All imports</ButtonLink>
          </>
        }
      >
        {sentence(state, details.failure)}
      </EmptyState>
    </div>
  )
}
