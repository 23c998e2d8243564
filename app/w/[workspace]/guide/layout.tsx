import type { ReactNode } from 'react'
import { GuideToc } from '@/components/guide/guide-toc'
import { PasteBounce } from '@/components/guide/paste-bounce'
import { requireMember } from '@/lib/auth'
import { explainBounce } from './actions'
import { categoryCounts } from './figures'

interface Props {
  children: ReactNode
  params: Promise<{ workspace: string }>
}

export default async function GuideLayout({ children, params }: Props) {
  const { workspace } = await params
  const { ctx } = await requireMember(workspace)
  const base = `/w/${workspace}/guide`
  return (
    <main
      id="main"
      className="grid min-w-0 content-start items-start gap-x-8 gap-y-4 px-4 pt-4 pb-12 md:px-6 lg:grid-cols-[216px_minmax(0,1fr)_344px] lg:grid-rows-[auto_1fr] print:block"
    >
      <div className="min-w-0 lg:sticky lg:top-4 lg:row-span-2">
        <GuideToc base={base} counts={await categoryCounts(ctx)} />
      </div>
      {children}
      <div className="min-w-0 lg:col-start-3 lg:row-start-1">
        <PasteBounce base={base} explain={explainBounce.bind(null, workspace)} />
      </div>
    </main>
  )
}
