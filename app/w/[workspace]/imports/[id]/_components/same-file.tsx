import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import { formatDateTime } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import type { ImportDetails } from '@/lib/services/imports/views'

interface Props {
  ctx: Context
  sameFile: NonNullable<ImportDetails['sameFile']>
}

/** Tells that the very same file is in already; importing it again changes nothing. */
export function SameFile({ ctx, sameFile }: Props) {
  return (
    <Notice className="mt-4">
      The very same file was imported as{' '}
      <Link
        href={`/w/${ctx.workspace.slug}/imports/${sameFile.importId}`}
        className="underline underline-offset-3"
      >
        {sameFile.fileName}
      </Link>
      , {formatDateTime(sameFile.finishedAt, ctx.workspace.timeZone)}. Its bounces count once, however often
      it comes.
    </Notice>
  )
}
