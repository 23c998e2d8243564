'use client'

import { FailureNotice } from '@/components/access/failure-notice'
import { SubmitButton } from '@/components/access/submit-button'
import { TextField } from '@/components/access/text-field'
import { TimeZoneField } from '@/components/access/time-zone-field'
import { useSubmit } from '@/components/access/use-submit'
import { toast } from '@/components/ui/toast-store'
import { updateWorkspaceAction } from '../actions'

interface Props {
  slug: string
  name: string
  timeZone: string
  zones: readonly string[]
}

/** Name and time zone of the workspace. */
export function WorkspaceForm({ slug, name, timeZone, zones }: Props) {
  const { onSubmit, pending, failure, errors } = useSubmit(
    (values) => updateWorkspaceAction(slug, { name: values.name ?? '', timeZone: values.timeZone ?? '' }),
    ({ zoneChanged }) =>
      toast(zoneChanged ? 'Saved. Every day now begins at midnight of the new zone.' : 'Saved.'),
  )
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-90 gap-4">
      <FailureNotice failure={failure} />
      <TextField name="name" label="Name" autoComplete="off" defaultValue={name} error={errors.name} />
      <TimeZoneField
        zones={zones}
        value={timeZone}
        hint="A change counts every bounce again by the new zone’s days."
        error={errors.timeZone}
      />
      <SubmitButton pending={pending} className="justify-self-start">
        Save
      </SubmitButton>
    </form>
  )
}
