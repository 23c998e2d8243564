'use client'

import { FailureNotice } from '@/components/access/failure-notice'
import { SubmitButton } from '@/components/access/submit-button'
import { PasswordField, TextField } from '@/components/access/text-field'
import { useSubmit } from '@/components/access/use-submit'
import { signInWithPassword } from '@/lib/auth/client'

/** Email and password; `next` is where to go afterwards. */
export function SignInForm({ next }: { next: string }) {
  const { onSubmit, pending, failure } = useSubmit(
    ({ email = '', password = '' }) => signInWithPassword({ email, password }),
    () => location.assign(next),
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FailureNotice failure={failure} />
      <TextField name="email" label="Email" type="email" autoComplete="username" autoFocus />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <SubmitButton size="lg" pending={pending} className="mt-1">
        Sign in
      </SubmitButton>
      <p className="text-12 text-muted">
        Forgot your password? Whoever runs this server can set a new one for you.
      </p>
    </form>
  )
}
