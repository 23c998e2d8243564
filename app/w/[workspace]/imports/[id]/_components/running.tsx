'use client'

import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { ImportState } from '@/db/schema'
import { formatBytes, formatCount, formatDuration, formatPercent } from '@/lib/format'
import type { ImportProgress } from '@/lib/ingest/counts'
import { CancelButton } from './cancel-button'
import { useProgress } from './use-progress'

const PHASES: Record<ImportProgress['phase'], string> = {
  reading: 'Reading the file',
  checking: 'Comparing with what is known',
  storing: 'Storing bounces',
  removing: 'Taking bounces back',
}

interface Props {
  workspace: string
  importId: string
  state: ImportState
  progress: ImportProgress | null
  cancellable: boolean
}

/** Work on an import as it goes on: how far, how fast, how long still. It goes on without this page. */
export function Running({ workspace, importId, state, progress: first, cancellable }: Props) {
  const url = `/api/w/${workspace}/imports/${importId}/events`
  const { progress, connected } = useProgress(url, state, first)
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0
  return (
    <Card
      title={progress ? PHASES[progress.phase] : 'Waiting for its turn'}
      description="It goes on when you close this page."
      actions={
        cancellable && <CancelButton workspace={workspace} importId={importId} label="Cancel" size="sm" />
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-30 font-semibold">{formatPercent(share, 0)}</span>
        {progress && (
          <span className="text-muted">
            {progress.unit === 'bytes'
              ? `${formatBytes(progress.done)} of ${formatBytes(progress.total)}`
              : `${formatCount(progress.done)} of ${formatCount(progress.total)} rows`}
          </span>
        )}
      </p>
      <Progress
        label="Progress of the import"
        value={progress?.done ?? 0}
        max={progress?.total ?? 1}
        className="mt-2 h-2"
      />
      <dl className="mt-4 grid grid-cols-3 gap-4 text-13">
        <Figure term="Rows so far" value={progress ? formatCount(progress.rows) : '—'} />
        <Figure term="Rows a second" value={progress?.rate ? formatCount(Math.round(progress.rate)) : '—'} />
        <Figure
          term="Time left"
          value={progress?.secondsLeft == null ? '—' : `about ${formatDuration(progress.secondsLeft)}`}
        />
      </dl>
      <p role="status" className="mt-3 text-12 text-muted">
        {connected ? '' : 'The connection broke off; trying again. The work itself goes on.'}
      </p>
    </Card>
  )
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="text-12 text-muted">{term}</dt>
      <dd className="font-medium">{value}</dd>
    </div>
  )
}
