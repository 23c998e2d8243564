import type { Metadata } from 'next'
import { DneNav } from '@/components/dne/dne-nav'
import { PageHeader } from '@/components/ui/page-header'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { requireMember } from '@/lib/auth'
import { mayAct } from '@/lib/services/context'
import { getPolicy } from '@/lib/services/dne/get-policy'
import { PolicyForm } from './_components/policy-form'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Do Not Email policy' }

export default async function PolicyPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const [policy, waiting] = await Promise.all([getPolicy(ctx), countSuggestions(ctx.sql, ctx.workspace.id)])
  if (!policy.ok) throw new Error(policy.error.message)
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Policy"
        description="What a bounce does to its contact. It holds for imports, mails and webhooks alike, and only a cause that is the address’s own fault lists it by itself."
      />
      <DneNav slug={slug} current="policy" waiting={waiting.total} />
      <PolicyForm
        key={JSON.stringify(policy.value)}
        slug={slug}
        policy={policy.value}
        mayPreview={mayAct(ctx.actor.role, 'operator')}
        mayChange={mayAct(ctx.actor.role, 'admin')}
      />
    </main>
  )
}
