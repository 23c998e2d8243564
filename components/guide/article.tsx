import type { ReactNode } from 'react'
import { DispositionLabel } from '@/components/data/disposition-label'
import { FamilyMark } from '@/components/data/category-label'
import { MarkedReply } from '@/components/data/marked-reply'
import { Badge } from '@/components/ui/badge'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { Category, Who } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'
import { contactFate } from '@/lib/dne/contact-fate'
import type { CategoryRule } from '@/lib/dne/policy'

const WHO: Record<Who, string> = { you: 'You', your_it: 'Your IT', recipient: 'Recipient' }

interface Props {
  category: Category
  /** What the workspace does with contacts of this category. */
  rule?: CategoryRule
  /** `/w/acme/guide`. */
  base: string
  /** The example replies with the words that decide. */
  examples: readonly { text: string; span: { start: number; end: number } }[]
  /** Links to the rows, below the steps. */
  actions?: ReactNode
}

/** One category of the guide: what it is, what to do, what servers say, what happens to the contacts. */
export function GuideArticle({ category, rule, base, examples, actions }: Props) {
  const family = FAMILIES.find((each) => each.id === category.family)?.name ?? ''
  return (
    <article className="max-w-[640px]">
      <Breadcrumbs items={[{ label: 'Guide', href: base }, { label: family }]} />
      <h1 className="mt-2 text-24 font-semibold">{category.name}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="inline-flex items-center gap-[7px]">
          <FamilyMark family={category.family} />
          {family} family
        </span>
        <DispositionLabel disposition={category.disposition} />
        <span className="text-12 text-muted">
          {category.bounceType === 'hard' ? 'Hard bounce' : 'Soft bounce'}
        </span>
      </p>
      <p className="mt-3 text-16 text-balance text-muted">{category.lede}</p>
      <Part title="What to do">
        <GuideSteps category={category} />
        {actions && (
          <p data-print="hide" className="mt-4 flex flex-wrap gap-2 empty:hidden">
            {actions}
          </p>
        )}
      </Part>
      <Part title="What servers say">
        <div className="grid gap-1.5">
          {examples.map((example) => (
            <MarkedReply key={example.text} text={example.text} evidence={example.span} />
          ))}
        </div>
        <p className="mt-2 text-13 text-muted">
          The marked words decide. A code alone proves little: the same code is used for several causes.
        </p>
      </Part>
      <Part title="What to do with your contacts">
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[168px_minmax(0,1fr)]">
          {contactFate(category.id, rule).map((fate) => (
            <div key={fate.label} className="contents">
              <dt className="text-muted max-sm:mt-1">{fate.label}</dt>
              <dd>{fate.text}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mt-7 mb-2 text-16 font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** The steps of a fix, numbered, each with who acts. */
function GuideSteps({ category }: { category: Category }) {
  return (
    <ol className="grid gap-3.5">
      {category.steps.map((step, i) => (
        <li key={step.title} className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3">
          <span
            aria-hidden
            className="grid size-5 place-items-center rounded-full border border-border-strong text-11 font-medium"
          >
            {i + 1}
          </span>
          <b className="font-semibold">{step.title}</b>
          <Badge className="max-sm:col-start-2 max-sm:row-start-3 max-sm:mt-1 max-sm:w-fit">
            <span className="sr-only">Who acts: </span>
            {WHO[step.who]}
          </Badge>
          <p className="col-start-2 row-start-2 mt-0.5 text-13 text-muted">{step.detail}</p>
        </li>
      ))}
    </ol>
  )
}
