import Link from 'next/link'
import { countDismissed } from '@/db/queries/review/unverified'
import { Notice } from '@/components/ui/notice'
import { plural } from '@/lib/format'
import type { Context } from '@/lib/services/context'

/** Why the list shows fewer bounces than the import brought; nothing where none was set aside. */
export async function SetAside({ ctx, importId }: { ctx: Context; importId: string }) {
  const { sql, workspace } = ctx
  const count = await countDismissed(sql, workspace.id, importId)
  if (count === 0) return null
  return (
    <Notice>
      {plural(count, 'bounce')} of this import {count === 1 ? 'is' : 'are'} set aside: not about your mail, a
      colleague said. The{' '}
      <Link href={`/w/${workspace.slug}/activity?kind=bounces`} className="underline underline-offset-3">
        activity
      </Link>{' '}
      brings {count === 1 ? 'it' : 'them'} back.
    </Notice>
  )
}
