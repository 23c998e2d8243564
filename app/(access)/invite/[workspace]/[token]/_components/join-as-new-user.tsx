'use client'

import Link from 'next/link'
import { FailureNotice } from '@/components/access/failure-notice'
import { NewPersonFields } from '@/components/access/new-person-fields'
import { SubmitButton } from '@/components/access/submit-button'
import { useSubmit, type FormValues } from '@/components/access/use-submit'
import { signInWithPassword } from '@/lib/auth/client'
import { joinAsNewUserAction } from '../actions'

interface Props {
  workspaceSlug: string
  token: string
}

/** For somebody without an account: who they are. */
export function JoinAsNewUser({ workspaceSlug, token }: Props) {
  const join = async ({ name = '', email = '', password = '' }: FormValues) => {
    const joined = await joinAsNewUserAction({ workspaceSlug, token, name, email, password })
    return joined.ok ? signInWithPassword({ email, password }) : joined
  }
  const { onSubmit, pending, failure, errors } = useSubmit(join, () => location.assign(`/w/${workspaceSlug}`))
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FailureNotice failure={failure} />
      <NewPersonFields errors={errors} />
      <SubmitButton size="lg" pending={pending} className="mt-1">
        Join
      </SubmitButton>
      <p className="text-13 text-muted">
        Do you have an account here?{' '}
        <Link
          className="text-accent underline underline-offset-3"
          href={`/sign-in?next=/invite/${workspaceSlug}/${token}`}
        >
          Sign in first
        </Link>
      </p>
    </form>
  )
}
