import type { BarDatum } from '@/components/charts/bar'
import { FamilyTable } from '@/components/charts/family-table'
import { StackedDays } from '@/components/charts/stacked-days'
import { ViewAsTable } from '@/components/data/view-as-table'
import { byFamily, total } from '@/lib/analytics/cells'
import { dimensionQuery } from '@/lib/analytics/filter'
import type { Bucket } from '@/lib/analytics/range'
import { series } from '@/lib/analytics/series'
import { FAMILIES } from '@/lib/bounce/families'
import { formatDay, formatTime, zoneCity } from '@/lib/format'
import type { CardProps } from './props'

/** The account's bounces per day, stacked by family. */
export async function DaysCard({ view, figures }: CardProps) {
  const { ctx, filter, today, base } = view
  const points = series(await figures.days, filter)
  const unit = points[0]?.bucket.unit ?? 'day'
  const bars: BarDatum[] = points.map(({ bucket, cells }) => ({
    from: bucket.from,
    to: bucket.to,
    label: labelOf(bucket),
    tick: bucket.unit === 'month' ? labelOf(bucket) : formatDay(bucket.from),
    all: total(cells),
    ...byFamily(cells),
  }))
  const title = `Bounces per ${unit}, by family`
  const zone = ctx.workspace.timeZone
  const asOf = filter.to === today ? ` · today until ${formatTime(ctx.now, zone)}, ${zoneCity(zone)}` : ''
  return (
    <ViewAsTable
      title={title}
      description={`Count${asOf}`}
      className="sm:min-h-[480px]"
      chart={
        <StackedDays
          bars={bars}
          label={title}
          links={{ path: `${base}/bounces`, rest: dimensionQuery({ ...filter, families: [] }) }}
          familyHref={Object.fromEntries(FAMILIES.map(({ id }) => [id, view.rows({ families: [id] })]))}
          annotations={[]}
        />
      }
      table={
        <FamilyTable
          caption={title}
          families={FAMILIES}
          first={unit === 'day' ? 'Day' : unit === 'week' ? 'Week' : 'Month'}
          rows={bars.map((bar) => ({
            key: bar.from,
            name: bar.label,
            href: view.rows({ from: bar.from, to: bar.to }),
            counts: bar,
            all: bar.all,
            rows: view.rows({ from: bar.from, to: bar.to, families: [] }),
          }))}
        />
      }
    />
  )
}

function labelOf(bucket: Bucket): string {
  if (bucket.unit === 'day') return formatDay(bucket.from, 'weekday')
  if (bucket.unit === 'week') return `Week of ${formatDay(bucket.from)}`
  return formatDay(bucket.from, 'full').slice(2).trim()
}
