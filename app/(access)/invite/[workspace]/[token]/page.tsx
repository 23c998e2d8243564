import type { Metadata } from 'next'
import { getSql } from '@/db/connection'
import { findInvite } from '@/db/queries/access/members'
import { currentSession } from '@/lib/auth'
import { hashInviteToken } from '@/lib/services/members/invite-token'
import { DEAD_INVITE } from '@/lib/services/members/use-invite'
import { ButtonLink } from '@/components/ui/button'
import { AccessHeader } from '@/app/(access)/_components/access-header'
import { JoinAsMember } from './_components/join-as-member'
import { JoinAsNewUser } from './_components/join-as-new-user'

interface Props {
  params: Promise<{ workspace: string; token: string }>
}

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' }

export default async function InvitePage({ params }: Props) {
  const { workspace: workspaceSlug, token } = await params
  const now = new Date()
  const invite = await findInvite(getSql(), { workspaceSlug, tokenHash: hashInviteToken(token), now })
  if (!invite) return <DeadInvite />
  const session = await currentSession()
  return (
    <>
      <AccessHeader title={`Join ${invite.workspaceName}`}>
        You are invited as {invite.role === 'viewer' ? 'a' : 'an'} {invite.role}.
      </AccessHeader>
      {session ? (
        <JoinAsMember workspaceSlug={workspaceSlug} token={token} name={session.user.name} />
      ) : (
        <JoinAsNewUser workspaceSlug={workspaceSlug} token={token} />
      )}
    </>
  )
}

function DeadInvite() {
  return (
    <>
      <AccessHeader title="This link has ended">{DEAD_INVITE}</AccessHeader>
      <ButtonLink href="/" className="self-start">
        Go to Rebound
      </ButtonLink>
    </>
  )
}
