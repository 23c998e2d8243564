import { categoryName } from '@/components/data/category-label'
import { ReplyText } from '@/components/data/reply-text'
import { formatCount, plural } from '@/lib/format'
import type { RuleTest } from '@/lib/services/rules/test-rule'

/** What a rule would change in the history. */
export function TestOutcome({ tested: { count, from, replies } }: { tested: RuleTest }) {
  return (
    <div className="grid gap-2 rounded-md bg-surface p-3 text-13">
      <p className="font-medium">Would change {plural(count, 'bounce')}.</p>
      {from.length > 0 && (
        <p className="text-muted">
          Now in{' '}
          {from.map((each) => `${categoryName(each.category)} (${formatCount(each.count)})`).join(', ')}
        </p>
      )}
      {replies.map((reply) => (
        <p key={reply.text} className="wrap-anywhere">
          <ReplyText text={reply.text} /> <span className="text-muted">{formatCount(reply.count)}</span>
        </p>
      ))}
    </div>
  )
}
