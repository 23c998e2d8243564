import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { CardSkeleton } from '@/components/data/states'
import { GuideArticle } from '@/components/guide/article'
import { requireMember } from '@/lib/auth'
import { categoryById } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { SeeRows } from '../_components/see-rows'
import { Yours } from '../_components/yours'

interface Props {
  params: Promise<{ workspace: string; category: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = categoryById((await params).category)
  return { title: category ? `${category.name} · Guide` : 'Guide' }
}

export default async function CategoryPage({ params }: Props) {
  const { workspace, category: id } = await params
  const { ctx } = await requireMember(workspace)
  const category = categoryById(id)
  if (!category) notFound()
  const policy = await loadPolicy(ctx.sql, ctx.workspace.id)
  const examples = category.examples.map((text) => ({ text, span: classify({ diagnostic: text }).evidence }))
  return (
    <>
      <div className="min-w-0 lg:row-span-2">
        <GuideArticle
          category={category}
          rule={policy.categories[id]}
          base={`/w/${workspace}/guide`}
          examples={examples}
          actions={
            <Suspense>
              <SeeRows ctx={ctx} category={id} />
            </Suspense>
          }
        />
      </div>
      <div className="min-w-0 lg:col-start-3 lg:row-start-2">
        <Suspense fallback={<CardSkeleton label="your figures" height={360} />}>
          <Yours ctx={ctx} category={category} />
        </Suspense>
      </div>
    </>
  )
}
