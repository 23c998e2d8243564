import { RefreshWhile } from '@/components/data/refresh-while'
import { Progress } from '@/components/ui/progress'
import type { OpenRun } from '@/db/queries/dne/open-runs'
import { formatCount, formatPercent, plural } from '@/lib/format'
import { UndoButton } from './undo-button'

interface Props {
  slug: string
  runs: readonly OpenRun[]
  mayStop: boolean
}

/** Work on the list that goes on without this page, how far it is, and what holds meanwhile. */
export function RunNotices({ slug, runs, mayStop }: Props) {
  return (
    <section aria-label="Work on the list" className="grid max-w-240 flex-none gap-2 px-4 pt-4 md:px-6">
      {runs.map((run) => (
        <div
          key={`${run.kind} ${run.actId}`}
          className="grid min-w-0 gap-2 rounded-lg border border-border bg-raised px-4 py-3 text-13"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="min-w-0 flex-1 basis-64 font-medium" aria-live="polite">
              {headOf(run)} {formatPercent(run.total > 0 ? Math.min(1, run.done / run.total) : 0, 0)}
            </p>
            {run.kind === 'remove' && mayStop && (
              <UndoButton slug={slug} actId={run.actId} label="Stop and undo" size="sm" />
            )}
          </div>
          <Progress label={headOf(run)} value={run.done} max={run.total} />
          <p className="text-12 text-muted">{meanwhile(run)}</p>
        </div>
      ))}
      <RefreshWhile running />
    </section>
  )
}

function headOf({ kind, createdByName }: OpenRun): string {
  const by = createdByName ? ` by ${createdByName}` : ''
  if (kind === 'settle') return `The policy changed${by} is being applied to the list:`
  return kind === 'remove' ? `Entries are being removed${by}:` : `An act is being undone${by}:`
}

function meanwhile({ kind, done, total, changed }: OpenRun): string {
  if (kind === 'settle')
    return `${formatCount(done)} of ${plural(total, 'bounce')} looked at. New bounces, resubmission and checked lists follow the new policy already; the list and its export still show what the worker has not come to as the policy before had it.`
  if (kind === 'remove')
    return `${plural(changed, 'entry is', 'entries are')} off so far; all others stay listed until their turn. What is added meanwhile stays.`
  return `${plural(changed, 'entry is', 'entries are')} as before so far; all others stay as they are until their turn.`
}
