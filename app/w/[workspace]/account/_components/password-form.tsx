'use client'

import { useRef } from 'react'
import { useRouter } from 'next/navigation'
import { FailureNotice } from '@/components/access/failure-notice'
import { SubmitButton } from '@/components/access/submit-button'
import { PASSWORD_HINT, PasswordField } from '@/components/access/text-field'
import { useSubmit } from '@/components/access/use-submit'
import { toast } from '@/components/ui/toast-store'
import { plural } from '@/lib/format'
import { changePasswordAction } from '../actions'

/** The current password and a new one. */
export function PasswordForm({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const { onSubmit, pending, failure, errors } = useSubmit(
    ({ current = '', password = '' }) => changePasswordAction({ current, password }),
    ({ endedSessions }) => {
      form.current?.reset()
      router.refresh()
      const ended = endedSessions > 0 ? ` ${plural(endedSessions, 'other session')} ended.` : ''
      toast(`Your password is changed.${ended}`)
    },
  )
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid max-w-90 gap-4">
      <FailureNotice failure={failure} />
      {/* Password managers ask which account a new password belongs to. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="current"
        label="Current password"
        autoComplete="current-password"
        error={errors.current}
      />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        minLength={12}
        hint={PASSWORD_HINT}
        error={errors.password}
      />
      <SubmitButton pending={pending} className="justify-self-start">
        Change password
      </SubmitButton>
    </form>
  )
}
