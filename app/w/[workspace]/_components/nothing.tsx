import { Inbox } from 'lucide-react'
import { NothingInTime, NothingMatches } from '@/components/data/states'
import { UploadButton } from '@/components/upload/upload-button'
import { EmptyState } from '@/components/ui/empty-state'
import { allIn, isNarrowed } from '@/lib/analytics/filter'
import { lastDays } from '@/lib/analytics/range'
import { mayAct } from '@/lib/services/context'
import { LoadSample } from '../_samples/load-sample'
import type { View } from './view'

/** A workspace without any bounce: how the first come in. */
export function NothingYet({ view }: { view: View }) {
  const { role } = view.ctx.actor
  const slug = view.ctx.workspace.slug
  const mayUpload = mayAct(role, 'operator')
  return (
    <EmptyState
      className="mt-4 rounded-lg border border-dashed border-border-strong py-20"
      icon={<Inbox strokeWidth={1.5} aria-hidden />}
      title={mayUpload ? 'Drop a bounce CSV anywhere on this page' : 'No bounces yet'}
      actions={
        mayUpload && (
          <>
            <UploadButton workspace={slug} label="Choose a file" />
            {mayAct(role, 'admin') && <LoadSample workspace={slug} />}
          </>
        )
      }
    >
      {mayUpload
        ? 'You will see which accounts bounce, why, and what to do about each cause. Nothing is stored before you have seen what is in the file.'
        : 'As soon as an operator uploads a bounce file you will see here which accounts bounce, and why.'}
    </EmptyState>
  )
}

/** Bounces there are, but none in this view. */
export function NothingHere({ view, moving }: { view: View; moving: boolean }) {
  const { filter } = view
  if (isNarrowed(filter)) {
    const clear = view.here({
      ...allIn(filter),
      template: undefined,
      importId: undefined,
      unverified: undefined,
    })
    return <NothingMatches clearHref={clear} />
  }
  return (
    <NothingInTime longerHref={view.here(lastDays(view.today, 365))}>
      {moving && 'The import that is running has not come to these days yet.'}
    </NothingInTime>
  )
}
