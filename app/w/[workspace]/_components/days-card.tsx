import { StackedDays, type Annotation } from '@/components/charts/stacked-days'
import type { BarDatum } from '@/components/charts/bar'
import { FamilyTable } from '@/components/charts/family-table'
import { categoryName } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { ViewAsTable } from '@/components/data/view-as-table'
import { byFamily, total, type FamilyCounts } from '@/lib/analytics/cells'
import { countDays } from '@/lib/analytics/day'
import { dimensionQuery } from '@/lib/analytics/filter'
import { stateOf } from '@/lib/analytics/finding-words'
import { previousRange, type Bucket } from '@/lib/analytics/range'
import { series, sumOver } from '@/lib/analytics/series'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount, formatDay, formatTime, plural } from '@/lib/format'
import type { KnownFinding, Overview } from './data'
import { daysBefore } from './words'
import type { View } from './view'

function labelOf(bucket: Bucket): string {
  if (bucket.unit === 'day') return formatDay(bucket.from, 'weekday')
  if (bucket.unit === 'week') return `Week of ${formatDay(bucket.from)}`
  return formatDay(bucket.from, 'full').slice(2).trim()
}

/** Bounces per day, stacked by family. */
export async function DaysCard({ view, data }: { view: View; data: Overview }) {
  const { filter, today } = view
  const days = await data.days
  const bars: BarDatum[] = series(days, filter).map(({ bucket, cells }) => ({
    from: bucket.from,
    to: bucket.to,
    label: labelOf(bucket),
    tick: bucket.unit === 'month' ? labelOf(bucket) : formatDay(bucket.from),
    all: total(cells),
    ...byFamily(cells),
  }))
  const unit = series(new Map(), filter)[0]?.bucket.unit ?? 'day'
  const title = `Bounces per ${unit}, by family`
  const now = total(sumOver(days, filter))
  const before = total(sumOver(days, previousRange(filter)))
  const partly = filter.to === today ? ` · today until ${formatTime(view.ctx.now, view.place.timeZone)}` : ''
  const { found } = await data.unusual
  return (
    <ViewAsTable
      title={title}
      description={
        <>
          Count ·{' '}
          {view.comparable ? (
            <>
              <ChangeLabel change={view.compare(now, before)} /> on the{' '}
              {daysBefore(countDays(filter.from, filter.to))}
            </>
          ) : (
            'nothing recorded before to compare with'
          )}
          {partly}
        </>
      }
      className="h-full"
      chart={
        <StackedDays
          bars={bars}
          label={title}
          links={{ path: `${view.base}/bounces`, rest: dimensionQuery({ ...filter, families: [] }) }}
          familyHref={Object.fromEntries(FAMILIES.map(({ id }) => [id, view.rows({ families: [id] })]))}
          annotations={annotate(found, bars, unit)}
        />
      }
      table={
        <FamilyTable
          families={FAMILIES}
          caption={title}
          first={unit === 'day' ? 'Day' : unit === 'week' ? 'Week' : 'Month'}
          rows={bars.map((bar) => ({
            key: bar.from,
            name: bar.label,
            href: view.rows({ from: bar.from, to: bar.to }),
            counts: countsOf(bar),
            all: bar.all,
            rows: view.rows({ from: bar.from, to: bar.to, families: [] }),
          }))}
        />
      }
    />
  )
}

/** The counts alone: what goes to the browser is counted in bytes. */
function countsOf({ recipient, sender, content, limits, server, unclassified }: BarDatum): FamilyCounts {
  return { recipient, sender, content, limits, server, unclassified }
}

/** Notes at the columns where findings begin; a second one only where it has room beside the first. */
function annotate(found: readonly KnownFinding[], bars: readonly BarDatum[], unit: string): Annotation[] {
  const notes: Annotation[] = []
  for (const finding of found) {
    const index = bars.findIndex((bar) => bar.from <= finding.since && finding.since <= bar.to)
    const bar = bars[index]
    const crowded = notes.some((note) => !apart(note.index, index, bars.length))
    if (!bar || crowded || notes.length === 2) continue
    const who = finding.account === '' ? 'an unknown account' : `${finding.account.split('@')[0]}@`
    notes.push({
      index,
      title: `${bar.label}: ${who} ${stateOf(finding.category)}`,
      detail: `${plural(bar.all, 'bounce')}${unit === 'day' ? `, ${formatCount(finding.atFirst)} of them ${categoryName(finding.category, true).toLowerCase()}` : ''}`,
    })
  }
  return notes
}

/** Text of a note runs towards the middle, so two have room only on opposite sides. */
function apart(a: number, b: number, columns: number): boolean {
  const side = (i: number) => (i + 0.5) / columns > 0.5
  return side(a) !== side(b) && Math.abs(a - b) > columns * 0.6
}
