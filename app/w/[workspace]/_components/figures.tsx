import Link from 'next/link'
import { Suspense, type ReactNode } from 'react'
import { ChangeLabel } from '@/components/data/change-label'
import { smooth, Sparkline } from '@/components/data/sparkline'
import { Skeleton } from '@/components/ui/skeleton'
import { byType } from '@/lib/analytics/cells'
import type { Change } from '@/lib/analytics/change'
import { countDays } from '@/lib/analytics/day'
import { bucketUnit, previousRange } from '@/lib/analytics/range'
import { series, sumOver } from '@/lib/analytics/series'
import { formatCount, plural } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'

/** The figures at the top, each against the period before. */
export async function Figures({ view, data }: { view: View; data: Overview }) {
  const { filter } = view
  const days = await data.days
  const now = byType(sumOver(days, filter))
  const before = byType(sumOver(days, previousRange(filter)))
  const points = series(days, filter).map((point) => byType(point.cells))
  const unit = bucketUnit(filter)
  const daily = unit === 'day'
  const line = (key: keyof typeof now, name: string) => {
    const values = points.map((point) => point[key])
    return (
      <Sparkline
        width={88}
        height={28}
        values={daily ? smooth(values) : values}
        label={`${name}, ${daily ? '7-day average' : `by ${unit}`}`}
      />
    )
  }
  return (
    <dl
      aria-label={`Key figures, ${plural(countDays(filter.from, filter.to), 'day')}`}
      className="grid grid-cols-2 rounded-lg border border-border sm:grid-cols-3 lg:grid-cols-5 [&>*]:border-border"
    >
      <Figure
        name="Bounces"
        now={now.all}
        before={before.all}
        change={view.compare(now.all, before.all)}
        href={view.rows()}
        line={line('all', 'Bounces')}
        first
      />
      <Figure
        name="Hard"
        now={now.hard}
        before={before.hard}
        change={view.compare(now.hard, before.hard)}
        href={view.rows({ types: ['hard'] })}
        line={line('hard', 'Hard')}
      />
      <Figure
        name="Soft"
        now={now.soft}
        before={before.soft}
        change={view.compare(now.soft, before.soft)}
        href={view.rows({ types: ['soft'] })}
        line={line('soft', 'Soft')}
      />
      <Figure
        name="Unclassified"
        now={now.unclassified}
        before={before.unclassified}
        change={view.compare(now.unclassified, before.unclassified)}
        href={view.rows({ categories: ['unclassified'], families: [] })}
        line={line('unclassified', 'Unclassified')}
      />
      <Place name="Recipients affected">
        <Suspense fallback={<Skeleton className="mt-1 h-[52px] w-24" />}>
          <Recipients view={view} data={data} bounces={now.all} />
        </Suspense>
      </Place>
    </dl>
  )
}

function Place({ name, first, children }: { name: string; first?: boolean; children: ReactNode }) {
  return (
    <div
      className={`@container relative min-w-0 px-4 py-3 max-lg:border-t lg:not-first:border-l ${first ? 'max-sm:col-span-2 max-lg:border-t-0' : 'max-sm:odd:border-l sm:max-lg:[&:nth-child(-n+3)]:border-t-0 sm:max-lg:not-nth-[3n+1]:border-l'}`}
    >
      <dt className="text-13 text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface FigureProps {
  name: string
  now: number
  before: number
  change: Change
  href: string
  line?: ReactNode
  first?: boolean
}

function Figure({ name, line, first, ...value }: FigureProps) {
  return (
    <Place name={name} first={first}>
      <Value {...value} />
      {line && (
        <span className={`absolute top-2.5 right-4 @min-[226px]:top-[38px] ${first ? '' : 'max-sm:hidden'}`}>
          {line}
        </span>
      )}
    </Place>
  )
}

function Value({ now, before, href, change }: Pick<FigureProps, 'now' | 'before' | 'href' | 'change'>) {
  return (
    <>
      <Link
        href={href}
        prefetch={false}
        className="hover-line mt-1 block w-max max-w-full text-30 font-semibold"
      >
        {formatCount(now)}
      </Link>
      <span className="block text-12 text-muted">
        {change.kind === 'unknown' ? (
          'nothing before to compare'
        ) : (
          <>
            <ChangeLabel change={change} className="font-medium text-text" /> · {formatCount(before)} before
          </>
        )}
      </span>
    </>
  )
}

async function Recipients({ view, data, bounces }: { view: View; data: Overview; bounces: number }) {
  const { now, before } = await data.recipients
  const each = (bounces / Math.max(1, now)).toFixed(1)
  return (
    <>
      <Value now={now} before={before} change={view.compare(now, before)} href={view.rows()} />
      {now > 0 && (
        <span
          title={`${each} bounces each`}
          className="absolute top-[46px] right-4 hidden text-12 text-muted @min-[226px]:block"
        >
          {each} each
        </span>
      )}
    </>
  )
}
