import { FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import type { BarDatum, BarLinks } from './bar'
import { ColumnLinks } from './column-links'
import { FamilyKey } from './family-key'
import { LazyBars } from './lazy-bars'
import { ticks } from './scale'

export interface Annotation {
  /** Index of the column it points at. */
  index: number
  title: string
  detail: string
}

interface Props {
  bars: readonly BarDatum[]
  links: BarLinks
  /** Where a family's name leads. */
  familyHref: Readonly<Record<string, string>>
  annotations: readonly Annotation[]
  label: string
}

/** Columns stacked by family, with lines, labels and notes as text around them; the room is fixed before anything is drawn. */
export function StackedDays({ bars, links, familyHref, annotations, label }: Props) {
  const lines = ticks(Math.max(...bars.map((bar) => bar.all), 1))
  const top = lines.at(-1) ?? 1
  const strip = annotations.length > 0
  return (
    <div
      className={`mx-3 mb-2 flex flex-1 flex-col pb-6 pl-8 sm:mx-4 sm:flex-row ${strip ? 'pt-12' : 'pt-4'}`}
    >
      <div className="relative min-h-[240px] flex-1 sm:min-h-[300px]">
        {lines.map((line) => (
          <div
            key={line}
            aria-hidden
            className={`absolute inset-x-0 border-t ${line === 0 ? 'border-border-strong' : 'border-border'}`}
            style={{ bottom: `${(line / top) * 100}%` }}
          >
            <span className="absolute -top-2 right-full mr-2 text-12 text-muted">{short(line)}</span>
          </div>
        ))}
        <div aria-hidden className="absolute inset-0">
          <LazyBars bars={bars} families={FAMILIES} top={top} links={links} />
        </div>
        {annotations.map((note, i) => (
          <Note key={note.title} note={note} bars={bars} top={top} second={i > 0} />
        ))}
        <ColumnLinks bars={bars} links={links} label={label} />
        <Axis bars={bars} />
      </div>
      <FamilyKey bars={bars} top={top} hrefs={familyHref} />
    </div>
  )
}

const short = (n: number) => (n >= 10_000 ? `${formatCount(n / 1000)}k` : formatCount(n))

function Note({
  note,
  bars,
  top,
  second,
}: {
  note: Annotation
  bars: readonly BarDatum[]
  top: number
  second: boolean
}) {
  const at = ((note.index + 0.5) / bars.length) * 100
  const tall = ((bars[note.index]?.all ?? 0) / top) * 100
  const right = at > 50
  return (
    <p
      className={`pointer-events-none absolute -top-11 border-border-strong text-12 ${right ? 'border-r pr-1.5 text-right' : 'border-l pl-1.5'} ${second ? 'max-lg:hidden' : ''}`}
      style={{
        ...(right
          ? { right: `${100 - at}%`, maxWidth: `${at}%` }
          : { left: `${at}%`, maxWidth: `${100 - at}%` }),
        bottom: `calc(${tall}% + 3px)`,
      }}
    >
      <b className="block truncate font-medium">{note.title}</b>
      <span className="block truncate text-muted">{note.detail}</span>
    </p>
  )
}

function Axis({ bars }: { bars: readonly BarDatum[] }) {
  const every = Math.max(1, Math.ceil(bars.length / 6))
  const offset = Math.floor(every / 2)
  return (
    <div aria-hidden>
      {bars.map((bar, i) =>
        i % every === offset ? (
          <span
            key={bar.from}
            className="absolute top-full mt-1.5 -translate-x-1/2 text-12 whitespace-nowrap text-muted max-sm:nth-[even]:hidden"
            style={{ left: `${((i + 0.5) / bars.length) * 100}%` }}
          >
            {bar.tick}
          </span>
        ) : null,
      )}
    </div>
  )
}
