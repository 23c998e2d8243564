import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense, type ReactNode } from 'react'
import { z } from 'zod'
import { RangePicker } from '@/components/data/range-picker'
import { RefetchArea, RefetchProvider } from '@/components/data/refetch'
import { SectionBoundary } from '@/components/data/section-boundary'
import { CardSkeleton } from '@/components/data/states'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { loadAccount } from '@/db/queries/accounts/load-account'
import { previousRange } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { formatDayRange } from '@/lib/format'
import { viewOf } from '../view'
import { CausesCard } from './_components/causes-card'
import { DaysCard } from './_components/days-card'
import { FixesCard } from './_components/fixes-card'
import { ProvidersCard } from './_components/providers-card'
import { RepliesCard } from './_components/replies-card'
import { Summary } from './_components/summary'
import { loadFigures } from './figures'

interface Props {
  params: Promise<{ workspace: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The address of a mailbox is not for titles, which browsers keep.
export const metadata: Metadata = { title: 'Sending account' }

export default async function AccountPage({ params, searchParams }: Props) {
  const { workspace: slug, id } = await params
  const { ctx } = await requireMember(slug)
  const account = z.guid().safeParse(id).success ? await loadAccount(ctx.sql, ctx.workspace.id, id) : null
  if (!account || account.address === '') notFound()
  const view = viewOf(ctx, await searchParams, account.address)
  const figures = loadFigures(view, account.address)
  const before = previousRange(view.filter)
  return (
    <RefetchProvider>
      <main id="main" className="grid min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
        <Breadcrumbs
          items={[{ label: 'Sending accounts', href: `${view.base}/accounts` }, { label: account.address }]}
        />
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1 basis-60">
            <PageHeader
              title={account.address}
              description={`Compared with ${formatDayRange(before.from, before.to)}`}
            />
          </div>
          <RangePicker range={view.filter} today={view.today} />
          <ButtonLink href={view.rows()}>See the bounces</ButtonLink>
        </div>
        <RefetchArea className="grid gap-4">
          <Section label="the figures" height={84}>
            <Summary view={view} figures={figures} />
          </Section>
          <Section label="what to fix" height={200}>
            <FixesCard view={view} figures={figures} />
          </Section>
          <Section label="bounces per day" height={420}>
            <DaysCard view={view} figures={figures} />
          </Section>
          <div className="grid gap-4 xl:grid-cols-2">
            <Section label="the causes" height={480}>
              <CausesCard view={view} figures={figures} />
            </Section>
            <Section label="the providers" height={480}>
              <ProvidersCard view={view} figures={figures} />
            </Section>
          </div>
          <Section label="the replies" height={360}>
            <RepliesCard view={view} figures={figures} />
          </Section>
        </RefetchArea>
      </main>
    </RefetchProvider>
  )
}

function Section({ label, height, children }: { label: string; height: number; children: ReactNode }) {
  return (
    <SectionBoundary>
      <Suspense fallback={<CardSkeleton label={label} height={height} />}>{children}</Suspense>
    </SectionBoundary>
  )
}
