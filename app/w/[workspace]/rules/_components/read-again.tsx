'use client'

import { useTransition } from 'react'
import { RefreshWhile } from '@/components/data/refresh-while'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { toast } from '@/components/ui/toast'
import { formatCount, plural } from '@/lib/format'
import type { Result } from '@/lib/result'
import { applyAnewAction, checkAnewAction, stopAnewAction, undoRuleAction } from '../actions'
import { ChangeList, type ShownChange } from './change-list'

export interface ShownRun {
  id: string
  state: 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'cancelled'
  seen: number
  total: number
  changed: number
  changes: ShownChange[]
  /** `2 hours ago`. */
  ago: string
}

interface Props {
  slug: string
  run: ShownRun | null
  mayChange: boolean
}

const WORK: Partial<Record<ShownRun['state'], string>> = {
  checking: 'Looking at every bounce',
  running: 'Changing bounces',
  undoing: 'Taking the change back',
}

/** Recognition over the whole history once more: checked first, then changed, then undone if wanted. */
export function ReadAgain({ slug, run, mayChange }: Props) {
  const [pending, start] = useTransition()
  const act = (work: Promise<Result<unknown>>, done?: string) =>
    start(async () => {
      const result = await work
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      else if (done) toast(done)
    })
  const working = run ? WORK[run.state] : undefined
  return (
    <Card
      title="Read all bounces again"
      description="After an update, recognition may know replies that it did not know before. What you or your rules decided stays."
    >
      <div className="grid justify-items-start gap-3 text-13" aria-live="polite">
        {run && working ? (
          <div className="grid w-full max-w-120 gap-2">
            <p>
              {working}: {formatCount(run.seen)} of {formatCount(run.total)}
            </p>
            <Progress label={working} value={run.seen} max={run.total} />
          </div>
        ) : (
          <Outcome run={run} />
        )}
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            {run && (run.state === 'checking' || run.state === 'running') && (
              <Button pending={pending} onClick={() => act(stopAnewAction(slug, { id: run.id }))}>
                {run.state === 'running' ? 'Stop and take back' : 'Stop'}
              </Button>
            )}
            {run?.state === 'checked' && run.changed > 0 && (
              <>
                <Button
                  variant="primary"
                  pending={pending}
                  onClick={() => act(applyAnewAction(slug, { id: run.id }))}
                >
                  Change {plural(run.changed, 'bounce')}
                </Button>
                <Button pending={pending} onClick={() => act(stopAnewAction(slug, { id: run.id }))}>
                  Leave them
                </Button>
              </>
            )}
            {run?.state === 'done' && run.changed > 0 && (
              <Button
                pending={pending}
                onClick={() => act(undoRuleAction(slug, { id: run.id }), 'Taken back')}
              >
                Undo
              </Button>
            )}
            {!working && !(run?.state === 'checked' && run.changed > 0) && (
              <Button pending={pending} onClick={() => act(checkAnewAction(slug, {}))}>
                Check what would change
              </Button>
            )}
          </div>
        )}
      </div>
      <RefreshWhile running={working !== undefined} />
    </Card>
  )
}

function Outcome({ run }: { run: ShownRun | null }) {
  if (!run || run.state === 'cancelled')
    return <p className="text-muted">You see what would change before anything does.</p>
  const { state, changed, ago } = run
  if (state === 'undone') return <p className="text-muted">The change was taken back.</p>
  if (changed === 0)
    return (
      <p>
        Nothing to change: all {plural(run.total, 'bounce')} read as before. <Ago ago={ago} />
      </p>
    )
  const verb = state === 'done' ? (changed === 1 ? 'was changed' : 'were changed') : 'would change'
  return (
    <>
      <p>
        {formatCount(changed)} of {plural(run.total, 'bounce')} {verb}. <Ago ago={ago} />
      </p>
      <ChangeList changes={run.changes} />
    </>
  )
}

const Ago = ({ ago }: { ago: string }) => <span className="text-muted">{ago}</span>
