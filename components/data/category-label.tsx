import { cn } from '@/components/ui/cn'
import { categoryById } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import type { Family } from '@/lib/bounce/types'

/** The small square in a family's colour. */
export function FamilyMark({ family, className }: { family: Family; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('keep-color size-2 shrink-0 rounded-xs bg-(--family)', `family-${family}`, className)}
    />
  )
}

/** The name of a category id, short for tables; `unclassified` included. */
export function categoryName(category: string, short = false): string {
  const known = categoryById(category)
  if (!known) return 'Unclassified'
  return short ? known.shortName : known.name
}

/** A category: its family's mark and its name. */
export function CategoryLabel({
  category,
  short,
  className,
}: {
  category: string
  short?: boolean
  className?: string
}) {
  return (
    <span className={cn('inline-flex max-w-full min-w-0 items-center gap-[7px]', className)}>
      <FamilyMark family={familyOf(category)} />
      <span className="truncate">{categoryName(category, short)}</span>
    </span>
  )
}
