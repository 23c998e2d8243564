import { Suspense } from 'react'
import { Notice } from '@/components/ui/notice'
import { knownAccounts } from '@/db/queries/analytics/filter-values'
import { dayOf } from '@/lib/analytics/day'
import { FORMATS } from '@/lib/ingest/formats'
import { previewImport } from '@/lib/services/imports/preview-import'
import { TIME_ZONES } from '@/lib/time-zones'
import { AccountCounts } from './accounts'
import { Causes } from './causes'
import { CheckSummary } from './check-summary'
import { FatesAhead } from './contact-fates'
import { FileFacts } from './file-facts'
import { Heaps } from './heaps'
import { ImportHead } from './import-head'
import { MappingStep } from './mapping-step'
import { OptOuts } from './opt-outs'
import { RejectsLink } from './rejects-link'
import { SameFile } from './same-file'
import { importsBase, type StateProps } from './state-props'
import { Unreadable } from './unreadable'

const HEADS = {
  mapping: {
    title: 'How is this file to be read?',
    description: 'Look at the columns and the first rows. Nothing is stored yet.',
    step: 'Columns',
  },
  staged: {
    title: 'Check before importing',
    description: 'Read from the first to the last row. Nothing is stored yet.',
    step: 'Check',
  },
} as const

/** Mails have no columns to settle: they say themselves who bounced and why. */
const MAIL_HEAD = {
  title: 'What these mails report',
  description: 'Look at the first of them. Nothing is stored yet.',
  step: 'Columns',
} as const

/** Before anything is stored: the columns first, then the dry run's figures beside them. */
export async function MappingPage({ ctx, details, mayUpload }: StateProps) {
  const { id, state, fileName, counts, settings, remembered } = details
  const heads = settings.format === 'mail' ? { ...HEADS, mapping: MAIL_HEAD } : HEADS
  const head = (
    <ImportHead base={importsBase(ctx)} fileName={fileName} {...heads[state as keyof typeof HEADS]} />
  )
  const slug = ctx.workspace.slug
  const preview = await previewImport(ctx, { importId: id })
  if (!mayUpload)
    return (
      <>
        {head}
        <Waiting />
      </>
    )
  const unreadable = preview.ok ? preview.value.unreadable : preview.error.message
  if (!preview.ok || unreadable) {
    return (
      <>
        <ImportHead base={importsBase(ctx)} fileName={fileName} title="This file can’t be read" />
        <Unreadable
          workspace={slug}
          importId={id}
          fileName={fileName}
          why={unreadable ?? ''}
          isList={preview.ok && preview.value.isList}
        />
      </>
    )
  }
  const checked = state === 'staged' && counts !== null
  return (
    <>
      {head}
      <FileFacts details={details} timeZone={ctx.workspace.timeZone} />
      {details.sameFile && <SameFile ctx={ctx} sameFile={details.sameFile} />}
      {details.outdated && <Outdated />}
      <div className={checked ? 'mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_364px]' : 'mt-4'}>
        <MappingStep
          key={id}
          workspace={slug}
          importId={id}
          settings={settings}
          preview={preview.value}
          remembered={remembered}
          formats={FORMATS.map(({ id: format, name, about }) => ({ id: format, name, about }))}
          accounts={await knownAccounts(ctx.sql, ctx.workspace.id)}
          zones={TIME_ZONES}
          today={dayOf(ctx.now, ctx.workspace.timeZone)}
          timeZone={ctx.workspace.timeZone}
          checked={checked}
        />
        {checked && (
          <CheckSummary
            workspace={slug}
            importId={id}
            bounces={counts.new}
            optOuts={counts.optOuts?.new ?? 0}
          >
            <Heaps
              counts={counts}
              stored={false}
              format={settings.format}
              rejects={details.rejects > 0 && <RejectsLink slug={slug} importId={id} />}
            />
            <OptOuts counts={counts} stored={false} />
            <Causes byCategory={counts.byCategory} />
            <AccountCounts counts={counts} />
            <Suspense>
              <FatesAhead ctx={ctx} importId={id} bounces={counts.new} />
            </Suspense>
          </CheckSummary>
        )}
      </div>
    </>
  )
}

function Outdated() {
  return (
    <Notice className="mt-4">
      Another import ended since this check, so some of the rows counted as new may be known by now. Each
      bounce still counts once; the result shows the exact figures.
    </Notice>
  )
}

function Waiting() {
  return (
    <Notice className="mt-4">
      Somebody who may import has to check this file first. Ask an operator or an admin.
    </Notice>
  )
}
