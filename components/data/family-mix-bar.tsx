import type { FamilyCounts } from '@/lib/analytics/cells'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import { MixSegments } from './mix-segments'

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
  const segments = FAMILIES.filter((family) => counts[family.id] > 0).map((family) => ({
    family: family.id,
    count: counts[family.id],
  }))
  return <MixSegments words={mixInWords(counts)} segments={segments} share={share} className={className} />
}
