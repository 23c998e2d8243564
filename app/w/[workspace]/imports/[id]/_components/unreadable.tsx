import { FileX } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { UploadButton } from '@/components/upload/upload-button'
import { CancelButton } from './cancel-button'

interface Props {
  workspace: string
  importId: string
  fileName: string
  /** The plain sentence of detection. */
  why: string
  /** Whether it is to be imported as a Do Not Email list. */
  isList: boolean
}

/** A file that can't be read at all: what it is, and what to do. */
export function Unreadable({ workspace, importId, fileName, why, isList }: Props) {
  return (
    <div className="mt-4 rounded-lg border border-border">
      <EmptyState
        icon={<FileX strokeWidth={1.5} aria-hidden />}
        title={fileName}
        actions={
          <>
            {isList && (
              <ButtonLink href={`/w/${workspace}/dne/add`} variant="primary">
                Import a Do Not Email list
              </ButtonLink>
            )}
            <UploadButton
              workspace={workspace}
              label="Upload another file"
              variant={isList ? 'default' : 'primary'}
            />
            <CancelButton workspace={workspace} importId={importId} label="Discard this one" />
          </>
        }
      >
        {why}
      </EmptyState>
    </div>
  )
}
