import { Suspense } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { listOptOuts } from '@/db/queries/imports/list-opt-outs'
import { total } from '@/lib/ingest/counts'
import { formatById } from '@/lib/ingest/formats'
import { listRejects } from '@/lib/services/imports/list-rejects'
import { formatDateTime } from '@/lib/format'
import { UnverifiedNotice } from '../../../_unverified/unverified-notice'
import { FileFacts } from './file-facts'
import { AccountCounts } from './accounts'
import { Causes } from './causes'
import { FatesNow } from './contact-fates'
import { Heaps } from './heaps'
import { ImportHead } from './import-head'
import { OptOuts } from './opt-outs'
import { OptOutsCard } from './opt-outs-card'
import { rejectsHref, RejectsLink } from './rejects-link'
import { RejectsCard } from './rejects-card'
import { overviewHref, rowsHref } from './rows-href'
import { SetAside } from './set-aside'
import { importsBase, type StateProps } from './state-props'
import { UndoButton } from './undo-button'

const REJECTS_SHOWN = 100
const OPT_OUTS_SHOWN = 50

/** The result of an import: counts that add up, causes, accounts, and the rows that could not be read. */
export async function ImportedPage({ ctx, details, mayUpload }: StateProps) {
  const { counts, finishedAt, createdByName } = details
  if (!counts) return null
  const slug = ctx.workspace.slug
  const rejects = await listRejects(ctx, { importId: details.id, limit: REJECTS_SHOWN })
  const place = { workspaceId: ctx.workspace.id, importId: details.id }
  const optOuts = await listOptOuts(ctx.sql, place, OPT_OUTS_SHOWN)
  const told = total({ ...counts.optOuts, unnamed: 0 })
  const rows = rowsHref(ctx, details.id, counts)
  const who = createdByName ? ` by ${createdByName}` : ''
  return (
    <>
      <ImportHead
        base={importsBase(ctx)}
        fileName={details.fileName}
        title={details.origin === 'sample' ? 'Sample data loaded' : 'Imported'}
        description={finishedAt ? `${formatDateTime(finishedAt, ctx.workspace.timeZone)}${who}` : undefined}
        actions={
          <>
            {mayUpload && details.can.undo && (
              <UndoButton
                workspace={slug}
                importId={details.id}
                fileName={details.fileName}
                bounces={counts.new}
                optOuts={counts.optOuts?.new ?? 0}
              />
            )}
            {counts.new > 0 && <ButtonLink href={rows}>See the bounces</ButtonLink>}
            <ButtonLink href={overviewHref(ctx, counts)} variant="primary">
              Open the overview
            </ButtonLink>
          </>
        }
      />
      <FileFacts details={details} timeZone={ctx.workspace.timeZone} />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[364px_minmax(0,1fr)]">
        <section aria-labelledby="result" className="rounded-lg border border-border p-4 pt-3">
          <h2 id="result" className="mb-1 text-14 font-semibold">
            What became of the rows
          </h2>
          <Heaps
            counts={counts}
            stored
            format={details.settings.format}
            rejects={details.rejects > 0 && <RejectsLink slug={slug} importId={details.id} />}
          />
          <OptOuts counts={counts} stored />
          <AccountCounts counts={counts} />
          <Suspense>
            <FatesNow ctx={ctx} importId={details.id} bounces={counts.new} />
          </Suspense>
        </section>
        <div className="grid gap-4">
          <Suspense>
            <UnverifiedNotice ctx={ctx} importId={details.id} />
            <SetAside ctx={ctx} importId={details.id} />
          </Suspense>
          {counts.new > 0 && (
            <section aria-label="Causes" className="rounded-lg border border-border px-4 pb-4">
              <Causes byCategory={counts.byCategory} rowsHref={rows} />
            </section>
          )}
          <OptOutsCard rows={optOuts} total={told} slug={slug} zone={ctx.workspace.timeZone} />
          <RejectsCard
            rejects={rejects.ok ? rejects.value.rejects : []}
            total={details.rejects}
            downloadHref={rejectsHref(slug, details.id)}
            kind={formatById(details.settings.format).kind}
          />
        </div>
      </div>
    </>
  )
}
