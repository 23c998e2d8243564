import { notFound } from 'next/navigation'
import { requireMember } from '@/lib/auth'

interface Props {
  params: Promise<{ workspace: string }>
}

/** A page that is not there, told within the workspace, so that its ways on stay at hand. */
export default async function NoSuchPage({ params }: Props): Promise<never> {
  await requireMember((await params).workspace)
  notFound()
}
