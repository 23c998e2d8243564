'use client'

import Link from 'next/link'
import { FailureNotice } from '@/components/access/failure-notice'
import { SubmitButton } from '@/components/access/submit-button'
import { PASSWORD_HINT, PasswordField, TextField } from '@/components/access/text-field'
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
      <TextField name="name" label="Your name" autoComplete="name" autoFocus error={errors.name} />
      <TextField name="email" label="Email" type="email" autoComplete="username" error={errors.email} />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        minLength={12}
        hint={PASSWORD_HINT}
        error={errors.password}
      />
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
