import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { knownAccounts } from '@/db/queries/analytics/filter-values'
import { latestRun, type LatestRun } from '@/db/queries/recognition/latest-run'
import { listDecisions, listRules } from '@/db/queries/rules/list-rules'
import { requireMember } from '@/lib/auth'
import { formatAgo } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { countChanges, listChanges } from '@/lib/services/recognition/changes'
import { DecisionRow } from './_components/decision-row'
import { NewRule } from './_components/new-rule'
import { ReadAgain, type ShownRun } from './_components/read-again'
import { RuleRow } from './_components/rule-row'

interface Props {
  params: Promise<{ workspace: string }>
}

export const metadata: Metadata = { title: 'Rules' }

export default async function RulesPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const [decisions, rules, run, accounts] = await Promise.all([
    listDecisions(ctx.sql, ctx.workspace.id),
    listRules(ctx.sql, ctx.workspace.id),
    latestRun(ctx.sql, ctx.workspace.id),
    knownAccounts(ctx.sql, ctx.workspace.id),
  ])
  const mayChange = mayAct(ctx.actor.role, 'operator')
  const made = (each: { by: string | null; at: Date }) =>
    `${each.by ?? 'Somebody'}, ${formatAgo(each.at, ctx.now)}`
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Rules"
        description="What your workspace decided itself. It outranks recognition, in every import."
        actions={mayChange && <NewRule slug={slug} accounts={accounts} />}
      />
      <Card
        title="Decided replies"
        description="These decide first. New ones come from To classify, or from a bounce."
        padded={false}
      >
        {decisions.length === 0 ? (
          <EmptyState title="No reply is decided yet." />
        ) : (
          <ul>
            {decisions.map(({ at, by, ...decision }) => (
              <DecisionRow
                key={decision.templateId}
                slug={slug}
                decision={decision}
                made={made({ at, by })}
                mayChange={mayChange}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card
        title="Rules on words"
        description="For replies not decided above; the first that applies decides."
        padded={false}
      >
        {rules.length === 0 ? (
          <EmptyState title="No rule on words yet." />
        ) : (
          <ol>
            {rules.map(({ at, by, ...rule }, i) => (
              <RuleRow
                key={rule.id}
                slug={slug}
                rule={rule}
                made={made({ at, by })}
                place={{ first: i === 0, last: i === rules.length - 1 }}
                mayChange={mayChange}
                accounts={accounts}
              />
            ))}
          </ol>
        )}
      </Card>
      <ReadAgain slug={slug} run={run && shownRun(run, ctx.now)} mayChange={mayChange} />
    </main>
  )
}

function shownRun(run: LatestRun, now: Date): ShownRun {
  const { id, state, seen, total, changes } = run
  return {
    id,
    state,
    seen,
    total,
    changed: countChanges(changes),
    changes: listChanges(changes),
    ago: formatAgo(run.finishedAt ?? run.createdAt, now),
  }
}
