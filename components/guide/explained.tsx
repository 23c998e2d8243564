import Link from 'next/link'
import { ReplyFacts } from '@/components/bounce/reply-facts'
import { CategoryLabel } from '@/components/data/category-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { MarkedReply } from '@/components/data/marked-reply'
import { Meter } from '@/components/ui/meter'
import { categoryById } from '@/lib/bounce/categories'
import type { Layer, ReplyKind } from '@/lib/bounce/types'
import type { Explanation } from './explanation'

const DECIDED_BY: Record<Layer, string> = {
  workspace_rule: 'decided by your own rule',
  words: 'decided by the text',
  model: 'decided by the wording as a whole',
  enhanced_code: 'decided by the enhanced code',
  reply_code: 'decided by the reply code',
  vendor_class: 'decided by the provider’s class',
  none: 'nothing decides',
}

const NOT_A_BOUNCE: Record<Exclude<ReplyKind, 'bounce'>, string> = {
  auto_reply:
    'This is an automatic reply, such as an out-of-office note. The mail arrived, so it is not a bounce.',
  complaint: 'This reports a complaint: somebody marked the mail as spam. It is not a bounce.',
  challenge_response: 'The recipient’s filter asks you to confirm that you are a person. It is not a bounce.',
  echo: 'The provider did not even try, because the address is on its own suppression list. It is not a new bounce.',
  delivered: 'This says that the mail was delivered. It is not a bounce.',
  delayed: 'This says that the mail is late and still being tried. It is not a bounce yet.',
}

/** The answer to a pasted reply. */
export function Explained({ answer, base }: { answer: Explanation; base: string }) {
  if (answer.kind !== 'bounce' || !answer.category) {
    return (
      <>
        <p className="font-semibold">Not a bounce</p>
        <p className="mt-1 text-13 text-muted">{answer.kind === 'bounce' ? '' : NOT_A_BOUNCE[answer.kind]}</p>
        <Marked answer={answer} />
      </>
    )
  }
  const category = categoryById(answer.category)
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <CategoryLabel category={answer.category} className="font-semibold" />
        <DispositionLabel disposition={answer.disposition} className="ml-auto" />
      </p>
      <p className="mt-1 text-13 text-muted">
        {category?.meaning ??
          'The text does not say why. Keep the contact: such a reply is no reason to remove anyone.'}
      </p>
      <Marked answer={answer} />
      <p className="mt-2 flex flex-wrap items-center gap-2 text-12">
        {category && <Meter confidence={answer.confidence} exact />}
        <span className="ml-auto text-muted">{DECIDED_BY[answer.layer]}</span>
      </p>
      <Codes codes={answer.codes} />
      <ReplyFacts facts={answer.facts} />
      {category && (
        <p className="mt-3 text-13">
          <Link href={`${base}/${category.id}`} className="link">
            Fix it in {category.steps.length} steps
          </Link>
        </p>
      )}
    </>
  )
}

function Marked({ answer }: { answer: Explanation }) {
  return <MarkedReply text={answer.text} evidence={answer.span} className="mt-2" />
}

function Codes({ codes }: { codes: Explanation['codes'] }) {
  if (codes.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-13">
      {codes.map(({ code, meaning }) => (
        <div key={code} className="contents">
          <dt className="font-mono text-12 leading-5 font-medium">{code}</dt>
          <dd className="text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
