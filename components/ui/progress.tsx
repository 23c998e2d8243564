import { cn } from './cn'

interface Props {
  label: string
  value: number
  max: number
  className?: string
}

/** How far long work has come. */
export function Progress({ label, value, max, className }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn('h-1.5 overflow-hidden rounded-sm bg-track', className)}
    >
      <div
        className="keep-color h-full origin-left bg-text transition-transform duration-150 ease-out"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  )
}
