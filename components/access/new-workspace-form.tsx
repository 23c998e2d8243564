'use client'

import type { Result } from '@/lib/result'
import { FailureNotice } from './failure-notice'
import { SubmitButton } from './submit-button'
import { TextField } from './text-field'
import { TimeZoneField } from './time-zone-field'
import { useSubmit } from './use-submit'

interface Props {
  zones: readonly string[]
  create: (input: { name: string; timeZone: string }) => Promise<Result<{ slug: string }>>
}

/** Name and zone of another workspace; goes there when it is made. */
export function NewWorkspaceForm({ zones, create }: Props) {
  const { onSubmit, pending, failure, errors } = useSubmit(
    ({ name = '', timeZone = '' }) => create({ name, timeZone }),
    ({ slug }) => location.assign(`/w/${slug}`),
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FailureNotice failure={failure} />
      <TextField name="name" label="Workspace name" autoComplete="off" error={errors.name} />
      <TimeZoneField zones={zones} error={errors.timeZone} />
      <SubmitButton variant="default" pending={pending} className="justify-self-start">
        Create workspace
      </SubmitButton>
    </form>
  )
}
