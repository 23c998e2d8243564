import { ButtonLink } from '@/components/ui/button'
import { plural } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import { categoryCounts } from '../figures'

/** The way from a category of the guide to its bounces of the last 30 days. */
export async function SeeRows({ ctx, category }: { ctx: Context; category: string }) {
  const count = (await categoryCounts(ctx))[category] ?? 0
  if (count === 0) return null
  return (
    <ButtonLink href={`/w/${ctx.workspace.slug}/bounces?category=${category}`} variant="primary">
      See the {plural(count, 'bounce')}
    </ButtonLink>
  )
}
