'use client'

import { FailureNotice } from '@/components/access/failure-notice'
import { NewPersonFields } from '@/components/access/new-person-fields'
import { SubmitButton } from '@/components/access/submit-button'
import { TextField } from '@/components/access/text-field'
import { TimeZoneField } from '@/components/access/time-zone-field'
import { useSubmit, type FormValues } from '@/components/access/use-submit'
import { signInWithPassword } from '@/lib/auth/client'
import { setUpAction } from '../actions'

async function setUp({
  name = '',
  email = '',
  password = '',
  workspaceName = '',
  timeZone = '',
}: FormValues) {
  const made = await setUpAction({ name, email, password, workspaceName, timeZone })
  return made.ok ? signInWithPassword({ email, password }) : made
}

/** The first admin and their workspace. */
export function SetUpForm({ zones }: { zones: readonly string[] }) {
  const { onSubmit, pending, failure, errors } = useSubmit(setUp, () => location.assign('/'))
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FailureNotice failure={failure} />
      <NewPersonFields errors={errors} />
      <TextField
        name="workspaceName"
        label="Workspace name"
        autoComplete="organization"
        hint="Your company or team. You can rename it later."
        error={errors.workspaceName}
      />
      <TimeZoneField
        zones={zones}
        hint="A day in your charts begins at midnight here."
        error={errors.timeZone}
      />
      <SubmitButton size="lg" pending={pending} className="mt-1">
        Create workspace
      </SubmitButton>
    </form>
  )
}
