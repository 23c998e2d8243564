import { Suspense } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { categoryById } from '@/lib/bounce/categories'
import { isErased } from '@/lib/dne/erased'
import { mayAct, type Context } from '@/lib/services/context'
import { ListButton } from '../../_list/list-button'
import { PersonMenu } from '../../_people/person-menu'
import { ResubmitButton } from '../../_resubmit/resubmit-button'
import type { DrawerData } from '../drawer'
import { MarkFixed } from './mark-fixed'
import { ReclassifyButton } from './reclassify-dialog'

interface Props {
  ctx: Context
  data: DrawerData
}

/** What a person can do about a bounce, the fix of its cause first. */
export function DrawerActions({ ctx, data: { key, bounce, reply } }: Props) {
  const { slug } = ctx.workspace
  const category = categoryById(bounce.category)
  const acts = mayAct(ctx.actor.role, 'operator')
  const named = !isErased(bounce.recipient)
  const scope = { kind: 'bounces' as const, keys: [key] }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {acts && bounce.verified && category?.disposition === 'fix' && (
        <Suspense fallback={<Skeleton className="h-8 w-[105px]" />}>
          <MarkFixed ctx={ctx} cause={bounce} />
        </Suspense>
      )}
      {category && <ButtonLink href={`/w/${slug}/guide/${category.id}`}>Open the guide</ButtonLink>}
      {acts && bounce.bounceType === 'soft' && <ResubmitButton slug={slug} variant="quiet" scope={scope} />}
      {acts && named && <ListButton slug={slug} variant="quiet" scope={scope} count={1} />}
      {acts && (
        <ReclassifyButton
          slug={slug}
          variant={category ? 'quiet' : 'primary'}
          target={{
            scope,
            count: 1,
            category: bounce.category,
            reply: reply ? { templateId: bounce.templateId, count: reply.bounces } : undefined,
          }}
        />
      )}
      {mayAct(ctx.actor.role, 'admin') && named && (
        <PersonMenu slug={slug} who={{ bounceKey: key }} address={bounce.recipient} />
      )}
    </div>
  )
}
