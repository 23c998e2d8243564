import { cn } from './cn'

const PARTS = 5

const words: readonly (readonly [number, string])[] = [
  [0.97, 'Certain'],
  [0.85, 'Very likely'],
  [0.65, 'Likely'],
  [0.01, 'A guess'],
  [0, 'No match'],
]

/** The word for a confidence between 0 and 1. */
export function confidenceWord(confidence: number): string {
  return words.find(([from]) => confidence >= from)?.[1] ?? 'No match'
}

/** A confidence between 0 and 1 as five parts and a word; `exact` adds the number. */
export function Meter({
  confidence,
  exact,
  className,
}: {
  confidence: number
  exact?: boolean
  className?: string
}) {
  const lit = confidence <= 0 ? 0 : Math.max(1, Math.round(confidence * PARTS))
  return (
    <span className={cn('inline-flex items-center gap-2 whitespace-nowrap', className)}>
      <span className="inline-flex gap-0.5" aria-hidden>
        {Array.from({ length: PARTS }, (_, i) => (
          <i
            key={i}
            className={cn(
              'keep-color h-1.5 w-2.5 rounded-[1px]',
              i < lit ? 'bg-text' : 'bg-track ring-1 ring-border ring-inset',
            )}
          />
        ))}
      </span>
      <span>
        {confidenceWord(confidence)}
        {exact && <span className="text-muted"> {confidence.toFixed(2)}</span>}
      </span>
    </span>
  )
}
