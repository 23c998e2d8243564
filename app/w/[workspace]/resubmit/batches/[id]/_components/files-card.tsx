import { Card } from '@/components/ui/card'
import type { HandoverFileRow } from '@/db/queries/resubmit/batch-contacts'
import { formatDateTime, plural } from '@/lib/format'
import { DownloadButton } from '../../../_components/download-button'

interface Props {
  slug: string
  batchId: string
  files: readonly HandoverFileRow[]
  zone: string
  mayAct: boolean
}

/** The files of a batch; one downloaded again leaves out who was listed since. */
export function FilesCard({ slug, batchId, files, zone, mayAct }: Props) {
  if (files.length === 0) return null
  return (
    <Card
      title="Files"
      description="Downloaded again, a file leaves out who is on the Do Not Email list by then"
    >
      <ul className="grid gap-2 text-13">
        {files.map(({ id, createdAt, createdBy, count }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span className="min-w-0 flex-1 basis-48">
              {plural(count, 'contact')}, {formatDateTime(createdAt, zone)}
              {createdBy && <span className="text-muted"> by {createdBy}</span>}
            </span>
            {mayAct && (
              <DownloadButton
                slug={slug}
                batchId={batchId}
                again={id}
                size="sm"
                variant="quiet"
                label={`Download the file of ${formatDateTime(createdAt, zone)} again`}
              >
                Download again
              </DownloadButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
