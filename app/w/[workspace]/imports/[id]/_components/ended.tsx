import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { UploadButton } from '@/components/upload/upload-button'
import type { ImportDetails } from '@/lib/services/imports/views'
import { RetryButton } from './retry-button'
import { UndoButton } from './undo-button'

const TITLES = {
  cancelled: 'This import was cancelled',
  undone: 'This import was undone',
  failed: 'This file could not be imported',
}

function sentence(state: keyof typeof TITLES, { failure, can }: ImportDetails): string {
  const why = failure ?? 'Something broke on our side.'
  if (state === 'failed' && can.undo)
    return `${why} Part of its bounces is stored: go on with it, or take them back.`
  if (state === 'failed') return `${why} Nothing of it is stored.`
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
            {mayUpload && details.can.retry && <RetryButton workspace={workspace} importId={details.id} />}
            {mayUpload && details.can.undo && (
              <UndoButton
                workspace={workspace}
                importId={details.id}
                fileName={details.fileName}
                bounces={null}
              />
            )}
            {mayUpload && !details.can.retry && (
              <UploadButton workspace={workspace} label="Upload another file" />
            )}
            <ButtonLink href={`/w/${workspace}/imports`}>All imports</ButtonLink>
          </>
        }
      >
        {sentence(state, details)}
      </EmptyState>
    </div>
  )
}
