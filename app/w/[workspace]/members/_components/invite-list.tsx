'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast-store'
import type { OpenInvite } from '@/db/queries/access/members'
import { formatStamp } from '@/lib/format'
import { revokeInviteAction } from '../actions'
import { roleLabel } from './roles'

interface Props {
  slug: string
  invites: OpenInvite[]
  zone: string
}

/** The links that still let somebody in. */
export function InviteList({ slug, invites, zone }: Props) {
  const [pending, start] = useTransition()
  const revoke = (id: string) =>
    start(async () => {
      const result = await revokeInviteAction(slug, { id })
      toast(result.ok ? 'The link does not work any more.' : result.error.message, {
        kind: result.ok ? 'done' : 'failed',
      })
    })
  return (
    <ul className="text-13">
      {invites.map((invite) => (
        <li
          key={invite.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-border px-4 py-2"
        >
          <span className="min-w-24 font-medium">{roleLabel(invite.role)}</span>
          <span className="min-w-0 flex-1 basis-48 text-muted">
            by {invite.invitedBy}, until {formatStamp(invite.expiresAt, zone)}
          </span>
          <Button size="sm" pending={pending} onClick={() => revoke(invite.id)}>
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  )
}
