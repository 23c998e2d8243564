'use client'

import { useRouter } from 'next/navigation'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis, type BarShapeProps } from 'recharts'
import type { Family } from '@/lib/bounce/types'
import { formatCount } from '@/lib/format'
import { barHref, type BarDatum, type BarLinks } from './bar'

interface Props {
  bars: readonly BarDatum[]
  families: readonly { id: Family; name: string }[]
  top: number
  links: BarLinks
}

/** The columns themselves, drawn by recharts; axes, labels and links stand around them as text. */
export function StackedBars({ bars, families, top, links }: Props) {
  const router = useRouter()
  const open = (bar: BarDatum | undefined, family?: Family) => {
    if (bar) router.push(barHref(links, bar, family))
  }
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 320 }}>
      <BarChart
        data={[...bars]}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="14%"
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => open(bars[Number(activeTooltipIndex)])}
        className="cursor-pointer [&_*]:outline-none"
      >
        <XAxis dataKey="from" hide />
        <YAxis hide domain={[0, top]} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-text)', fillOpacity: 0.05 }}
          content={({ active, label }) =>
            active ? <Details bar={bars.find((bar) => bar.from === label)} families={families} /> : null
          }
        />
        {families.map((family) => (
          <Bar
            key={family.id}
            dataKey={family.id}
            name={family.name}
            stackId="families"
            isAnimationActive={false}
            fill={`var(--color-family-${family.id})`}
            shape={Segment}
            onClick={(_, index, event) => {
              event.stopPropagation()
              open(bars[index], family.id)
            }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

/** Between the parts of a column; thin parts give less of themselves away. */
const GAP = 2

/** A part of a column, shortened by the gap to the part above. */
function Segment({ x, y, width, height, fill }: BarShapeProps) {
  const tall = Number(height)
  if (!(tall > 0)) return <g />
  const shown = tall - Math.min(GAP, tall / 4)
  return (
    <rect
      className="keep-color"
      x={x}
      y={Number(y) + tall - shown}
      width={width}
      height={shown}
      fill={fill}
      shapeRendering="crispEdges"
    />
  )
}

function Details({ bar, families }: { bar: BarDatum | undefined; families: Props['families'] }) {
  if (!bar) return null
  return (
    <div className="min-w-40 rounded-md border border-border-control bg-canvas px-3 py-2 text-12 shadow-pop">
      <p className="mb-1 flex justify-between gap-4 font-medium">
        {bar.label}
        <span>{formatCount(bar.all)}</span>
      </p>
      <ul>
        {[...families].reverse().map((family) =>
          bar[family.id] > 0 ? (
            <li key={family.id} className={`family-${family.id} flex items-center gap-1.5 leading-5`}>
              <span className="keep-color size-2 rounded-xs bg-(--family)" />
              <span className="flex-1 text-muted">{family.name}</span>
              {formatCount(bar[family.id])}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  )
}
