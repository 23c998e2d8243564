import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listMembers, listOpenInvites } from '@/db/queries/access/members'
import { requireMember } from '@/lib/auth'
import { plural } from '@/lib/format'
import { InviteDialog } from './_components/invite-dialog'
import { InviteList } from './_components/invite-list'
import { MemberTable } from './_components/member-table'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const isAdmin = ctx.actor.role === 'admin'
  const [members, invites] = await Promise.all([
    listMembers(ctx.sql, ctx.workspace.id),
    isAdmin ? listOpenInvites(ctx.sql, ctx.workspace.id, ctx.now) : [],
  ])
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Members"
        aside={plural(members.filter((member) => !member.disabled).length, 'person', 'people')}
        description={
          isAdmin ? 'Who works here, and what each may do.' : 'Who works here. An admin can change this.'
        }
        actions={isAdmin && <InviteDialog slug={slug} />}
      />
      <MemberTable slug={slug} members={members} selfId={ctx.actor.userId} isAdmin={isAdmin} now={ctx.now} />
      {invites.length > 0 && (
        <Card title="Open invites" description="Each link lets one person in, once." padded={false}>
          <InviteList slug={slug} invites={invites} zone={ctx.workspace.timeZone} />
        </Card>
      )}
    </main>
  )
}
