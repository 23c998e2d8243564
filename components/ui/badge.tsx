import type { ComponentProps } from 'react'
import { cn } from './cn'

const tones = {
  neutral: 'bg-neutral text-on-neutral',
  info: 'bg-info text-on-info',
  positive: 'bg-positive text-on-positive',
  warning: 'bg-warning text-on-warning',
  critical: 'bg-critical text-on-critical',
}

export type Tone = keyof typeof tones

/** A word of status; the word says it, the colour only helps. */
export function Badge({ tone = 'neutral', className, ...rest }: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-12 leading-5 font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
      {...rest}
    />
  )
}
