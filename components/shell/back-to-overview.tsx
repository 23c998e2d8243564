'use client'

import { useParams } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'

/** The way back from a page that is not there: the overview of the workspace in the address. */
export function BackToOverview() {
  const { workspace } = useParams<{ workspace?: string }>()
  return <ButtonLink href={workspace ? `/w/${workspace}` : '/'}>Go to the overview</ButtonLink>
}
