import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listSessions } from '@/db/queries/access/sessions'
import { currentSession, requireMember } from '@/lib/auth'
import { PasswordForm } from './_components/password-form'
import { SessionList } from './_components/session-list'
import { SignOutEverywhere } from './_components/sign-out-everywhere'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage({ params }: Props) {
  const { ctx, user } = await requireMember((await params).workspace)
  const sessions = await listSessions(ctx.sql, user.id, ctx.now)
  return (
    <main id="main" className="grid min-w-0 max-w-180 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader title="Your account" description={`${user.name}, ${user.email}`} />
      <Card title="Change your password" description="Your other sessions end. This one stays.">
        <PasswordForm email={user.email} />
      </Card>
      <Card
        title="Where you are signed in"
        description="A session ends by itself 30 days after you signed in."
        padded={false}
      >
        <SessionList
          sessions={sessions}
          currentId={(await currentSession())?.sessionId}
          zone={ctx.workspace.timeZone}
          now={ctx.now}
        />
        <div className="border-t border-border px-4 py-3">
          <SignOutEverywhere />
        </div>
      </Card>
    </main>
  )
}
