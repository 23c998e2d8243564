import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getSql } from '@/db/connection'
import { hasUsers } from '@/db/queries/access/users'
import { TIME_ZONES } from '@/lib/time-zones'
import { AccessHeader } from '../_components/access-header'
import { SetUpForm } from './_components/set-up-form'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage() {
  if (await hasUsers(getSql())) redirect('/sign-in')
  return (
    <>
      <AccessHeader title="Set up Rebound">
        You become the first admin. You can invite your team right after.
      </AccessHeader>
      <SetUpForm zones={TIME_ZONES} />
    </>
  )
}
