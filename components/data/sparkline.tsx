interface Props {
  values: readonly number[]
  /** What the line shows, for screen readers. */
  label: string
  width?: number
  height?: number
  className?: string
}

/** A small line of a count over time; its last point carries a dot. */
export function Sparkline({ values, label, width = 64, height = 20, className }: Props) {
  if (values.length < 2) return null
  const top = Math.max(...values)
  const low = Math.min(...values)
  const pad = 3
  const x = (i: number) => pad + (i * (width - pad * 2)) / (values.length - 1)
  const y = (n: number) =>
    top === low ? height / 2 : height - pad - ((n - low) * (height - pad * 2)) / (top - low)
  const points = values.map((n, i) => `${x(i).toFixed(1)},${y(n).toFixed(1)}`).join(' ')
  const last = values.length - 1
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={className}
    >
      <polyline
        points={points}
        fill="none"
        stroke="var(--color-muted)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2" fill="var(--color-text)" />
    </svg>
  )
}

/** Evens out the week: the mean of each day and the six before it, from the seventh day on; short series stay as they are. */
export function smooth(values: readonly number[], window = 7): number[] {
  if (values.length < window * 2) return [...values]
  return values.slice(window - 1).map((_, i) => {
    const part = values.slice(i, i + window)
    return part.reduce((sum, n) => sum + n, 0) / window
  })
}
