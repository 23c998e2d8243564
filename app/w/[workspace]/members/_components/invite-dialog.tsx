'use client'

import { UserPlus } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioCards } from '@/components/ui/radio-cards'
import type { Role } from '@/lib/services/context'
import { inviteAction } from '../actions'
import { ROLE_OPTIONS, roleLabel } from './roles'

/** Makes an invite link for one person; the link is shown once, to be copied. */
export function InviteDialog({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false)
  const [role, setRole] = useState<Role>('viewer')
  const [link, setLink] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const change = (next: boolean) => {
    setOpen(next)
    setLink(null)
    setFailure(null)
  }
  const make = () =>
    start(async () => {
      const made = await inviteAction(slug, { role })
      setFailure(made.ok ? null : made.error.message)
      if (made.ok) setLink(location.origin + made.value.path)
    })
  return (
    <Dialog
      title="Invite somebody"
      description={
        link
          ? 'Send this link to the person. It works once, for 7 days, and is not shown again.'
          : 'You get a link to send them. It lets one person in.'
      }
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <UserPlus strokeWidth={1.5} aria-hidden />
          Invite
        </Button>
      }
      actions={
        link ? (
          <Button onClick={() => change(false)}>Done</Button>
        ) : (
          <Button variant="primary" pending={pending} onClick={make}>
            Make the link
          </Button>
        )
      }
    >
      {failure && (
        <Notice kind="critical" live>
          {failure}
        </Notice>
      )}
      {link ? (
        <InviteLink link={link} role={role} />
      ) : (
        <RadioCards
          legend="Role"
          name="role"
          options={ROLE_OPTIONS}
          value={role}
          onValueChange={setRole}
          className="sm:grid-cols-1"
        />
      )}
    </Dialog>
  )
}

function InviteLink({ link, role }: { link: string; role: Role }) {
  return (
    <div className="grid gap-1">
      <span className="text-12 font-medium text-muted">Link for one {roleLabel(role).toLowerCase()}</span>
      <div className="flex flex-wrap items-start justify-end gap-1 rounded-md border border-border bg-surface py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 basis-60 py-1 font-mono text-12 leading-5 wrap-anywhere">{link}</code>
        <CopyButton text={link} label="Copy link" words />
      </div>
    </div>
  )
}
