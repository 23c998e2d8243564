import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getSql } from '@/db/connection'
import { hasUsers } from '@/db/queries/access/users'
import { currentSession } from '@/lib/auth'
import { safeNext } from '@/lib/auth/next-path'
import { AccessHeader } from '../_components/access-header'
import { SignInForm } from './_components/sign-in-form'

interface Props {
  searchParams: Promise<{ next?: string | string[] }>
}

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next)
  if (await currentSession()) redirect(next)
  if (!(await hasUsers(getSql()))) redirect('/set-up')
  return (
    <>
      <AccessHeader title="Sign in">See why your mail bounced, and what to do about it.</AccessHeader>
      <SignInForm next={next} />
    </>
  )
}
