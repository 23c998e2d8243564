'use client'

import { FailureNotice } from '@/components/access/failure-notice'
import { SubmitButton } from '@/components/access/submit-button'
import { useSubmit } from '@/components/access/use-submit'
import { Button } from '@/components/ui/button'
import { signOutAction } from '@/lib/auth/sign-out'
import { joinAction } from '../actions'

interface Props {
  workspaceSlug: string
  token: string
  name: string
}

/** For somebody who is signed in: one click. */
export function JoinAsMember({ workspaceSlug, token, name }: Props) {
  const { onSubmit, pending, failure } = useSubmit(
    () => joinAction({ workspaceSlug, token }),
    ({ slug }) => location.assign(`/w/${slug}`),
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FailureNotice failure={failure} />
      <SubmitButton size="lg" pending={pending}>
        Join as {name}
      </SubmitButton>
      <p className="flex flex-wrap items-center gap-x-1 text-13 text-muted">
        Not you?
        <Button variant="link" size="sm" onClick={() => void signOutAction()}>
          Sign out
        </Button>
      </p>
    </form>
  )
}
