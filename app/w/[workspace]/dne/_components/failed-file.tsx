import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FileRow } from '@/lib/services/dne/files/file-row'

/** A file that could not be read, and the way back. */
export function FailedFile({ file: { name, failure }, again }: { file: FileRow; again: string }) {
  return (
    <Notice
      kind="critical"
      actions={
        <ButtonLink size="sm" href={again}>
          Start over
        </ButtonLink>
      }
    >
      {name}: {failure}
    </Notice>
  )
}
