import { cn } from '@/components/ui/cn'
import type { FamilyCounts } from '@/lib/analytics/cells'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'

interface Props {
  counts: FamilyCounts
  /** Part of the room it takes, 0 to 1, where bars are compared with each other. */
  share?: number
  className?: string
}

/** The figures of a mix in words, for labels. */
export function mixInWords(counts: FamilyCounts): string {
  return FAMILIES.map((family) => `${family.name} ${formatCount(counts[family.id])}`).join(', ')
}

/** How a count splits into families, in their fixed order and colours. */
export function FamilyMixBar({ counts, share = 1, className }: Props) {
  const words = mixInWords(counts)
  return (
    <div
      role="img"
      aria-label={words}
      title={words}
      className={cn('flex h-2.5 gap-0.5 overflow-hidden rounded-xs', className)}
      style={{ width: `${Math.max(0.01, share) * 100}%` }}
    >
      {FAMILIES.filter((family) => counts[family.id] > 0).map((family) => (
        <i
          key={family.id}
          className={`keep-color h-full min-w-0.5 bg-(--family) family-${family.id}`}
          style={{ flex: `${counts[family.id]} 1 0` }}
        />
      ))}
    </div>
  )
}
