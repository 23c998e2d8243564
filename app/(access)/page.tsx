import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { NewWorkspaceForm } from '@/components/access/new-workspace-form'
import { Button } from '@/components/ui/button'
import { requireUser } from '@/lib/auth'
import { createWorkspaceAction } from '@/lib/auth/create-workspace'
import { LAST_WORKSPACE_COOKIE } from '@/lib/auth/headers'
import { signOutAction } from '@/lib/auth/sign-out'
import { TIME_ZONES } from '@/lib/time-zones'
import { AccessHeader } from './_components/access-header'

/** Sends everybody on: to the workspace they were in last, or to sign in; whoever has none can make one. */
export default async function StartPage() {
  const { workspaces, user } = await requireUser()
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value
  const place = workspaces.find((each) => each.slug === last) ?? workspaces[0]
  if (place) redirect(`/w/${place.slug}`)
  return (
    <>
      <AccessHeader title="You are in no workspace">
        Ask an admin of your team for an invite link, or make a workspace of your own.
      </AccessHeader>
      <NewWorkspaceForm zones={TIME_ZONES} create={createWorkspaceAction} />
      <form action={signOutAction} className="mt-6 flex flex-wrap items-center gap-1 text-13 text-muted">
        Signed in as {user.email}.
        <Button type="submit" variant="link" size="sm">
          Sign out
        </Button>
      </form>
    </>
  )
}
