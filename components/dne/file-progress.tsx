import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { formatBytes, formatCount, formatPercent } from '@/lib/format'
import type { ListProgress } from '@/lib/ingest/lists/counts'
import { RefreshWhile } from '@/components/data/refresh-while'

interface Props {
  title: string
  progress: ListProgress | null
}

/** Work on a file as it goes on; it goes on without this page. */
export function FileProgress({ title, progress }: Props) {
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0
  const said = (n: number) => (progress?.unit === 'bytes' ? formatBytes(n) : formatCount(n))
  return (
    <Card title={title} description="It goes on when you close this page.">
      <p className="flex flex-wrap items-baseline gap-x-2" aria-live="polite">
        <span className="text-30 font-semibold">{formatPercent(share, 0)}</span>
        {progress && (
          <span className="text-muted">
            {said(progress.done)} of {said(progress.total)}
            {progress.unit === 'entries' && ' entries'}
          </span>
        )}
      </p>
      <Progress label={title} value={progress?.done ?? 0} max={progress?.total ?? 1} className="mt-2 h-2" />
      <RefreshWhile running />
    </Card>
  )
}
