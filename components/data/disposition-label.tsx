'use client'

import { Ban, CircleHelp, Clock, Wrench } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Disposition } from '@/lib/bounce/types'

const WORDS = {
  suppress: { icon: Ban, word: 'Remove' },
  retry: { icon: Clock, word: 'Wait' },
  fix: { icon: Wrench, word: 'Fix first' },
  none: { icon: CircleHelp, word: 'Classify' },
}

/** What a cause asks for, as an icon and a word; null asks a person to classify. */
export function DispositionLabel({
  disposition,
  className,
}: {
  disposition: Disposition | null
  className?: string
}) {
  const { icon: Icon, word } = WORDS[disposition ?? 'none']
  return (
    <span
      className={cn(
        'inline-flex items-center gap-[5px] text-12 whitespace-nowrap',
        disposition === 'fix' ? 'font-semibold text-text' : 'text-muted',
        className,
      )}
    >
      <Icon className="size-[13px] shrink-0" strokeWidth={1.5} aria-hidden />
      {word}
    </span>
  )
}
