import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { waitingForFix } from '@/db/queries/resubmit/waiting-for-fix'
import { byCategory } from '@/lib/analytics/cells'
import { accountName, findingDetail, findingSentence, spokenDay } from '@/lib/analytics/finding-words'
import { categoryById } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import { formatDay, formatTime, plural } from '@/lib/format'
import type { KnownFinding, Overview, Unusual } from './data'
import type { View } from './view'

/** What to do now: the one sentence of what changed, and what else did. */
export async function Answer({ view, data }: { view: View; data: Overview }) {
  const unusual = await withWaiting(view, await data.unusual)
  const [lead, ...others] = unusual.found
  if (lead?.ongoing) {
    return (
      <Frame family={familyOf(lead.category)} lead={<Lead view={view} finding={lead} />}>
        {others.map((finding) => (
          <Other
            key={`${finding.account} ${finding.category} ${finding.since}`}
            view={view}
            finding={finding}
          />
        ))}
      </Frame>
    )
  }
  return (
    <Frame lead={<Quiet view={view} unusual={unusual} fixable={await largestFixable(data)} />}>
      {unusual.found.slice(0, 2).map((finding) => (
        <Other
          key={`${finding.account} ${finding.category} ${finding.since}`}
          view={view}
          finding={finding}
        />
      ))}
    </Frame>
  )
}

/** Where our side has to fix something, those count who wait for it now: as many as the resubmit page makes ready. */
async function withWaiting({ ctx, filter }: View, unusual: Unusual): Promise<Unusual> {
  const ours = (finding: KnownFinding) =>
    finding.ongoing && categoryById(finding.category)?.disposition === 'fix'
  if (filter.providers.length + filter.types.length > 0 || !unusual.found.some(ours)) return unusual
  const waiting = await waitingForFix(ctx.sql, { workspaceId: ctx.workspace.id, now: ctx.now })
  const found = unusual.found.map((finding) => {
    const group = waiting.find(
      ({ category, account }) => category === finding.category && account === finding.account,
    )
    return ours(finding) ? { ...finding, contacts: group?.contacts ?? 0 } : finding
  })
  return { ...unusual, found }
}

function Frame({ family, lead, children }: { family?: string; lead: ReactNode; children: ReactNode[] }) {
  return (
    <section aria-label="What to do now" className="overflow-hidden rounded-lg border border-border">
      <div
        className={`relative grid items-center gap-x-6 gap-y-1 py-4 pr-4 pl-5 sm:grid-cols-[minmax(0,1fr)_auto] ${family ? `family-${family}` : ''}`}
      >
        {family && <span aria-hidden className="keep-color absolute inset-y-0 left-0 w-1 bg-(--family)" />}
        {lead}
      </div>
      {children.length > 0 && (
        <ul className="grid divide-border border-t border-border bg-surface max-lg:divide-y lg:auto-cols-fr lg:grid-flow-col lg:divide-x">
          {children}
        </ul>
      )}
    </section>
  )
}

interface LeadTextProps {
  title: string
  detail: ReactNode
  actions?: ReactNode
}

function LeadText({ title, detail, actions }: LeadTextProps) {
  return (
    <>
      <div className="min-w-0">
        <h2 className="text-20 font-semibold text-balance wrap-anywhere max-sm:text-[18px] max-sm:leading-[26px]">
          {title}
        </h2>
        <p className="mt-1 text-13 text-muted">{detail}</p>
      </div>
      {actions && <div className="flex flex-wrap gap-2 max-sm:mt-2 max-sm:[&>*]:flex-1">{actions}</div>}
    </>
  )
}

function firstMoment(finding: KnownFinding, view: View): string {
  const day = formatDay(finding.since)
  return finding.firstAt ? `${day}, ${formatTime(finding.firstAt, view.place.timeZone)}` : day
}

const rowsOf = (finding: KnownFinding) => ({
  from: finding.since,
  to: finding.until,
  accounts: [finding.account],
  categories: [finding.category],
  families: [],
})

function Lead({ view, finding }: { view: View; finding: KnownFinding }) {
  const category = categoryById(finding.category)
  const first = category?.steps[0]?.title
  return (
    <LeadText
      title={findingSentence(finding, finding.contacts, view.today)}
      detail={`${findingDetail(finding, firstMoment(finding, view))}${first ? ` First: ${lower(first)}.` : ''}`}
      actions={
        <>
          <ButtonLink href={view.rows(rowsOf(finding))}>See the {plural(finding.bounces, 'row')}</ButtonLink>
          {category?.disposition === 'fix' && finding.contacts > 0 && (
            <ButtonLink href={view.waiting(finding.category, finding.account)}>Mark as fixed</ButtonLink>
          )}
          <ButtonLink variant="primary" href={view.fix(finding.category, finding.account)}>
            {category ? fixWords(category.steps.length) : 'Classify them'}
          </ButtonLink>
        </>
      }
    />
  )
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const fixWords = (steps: number) => (steps === 1 ? 'Fix it in 1 step' : `Fix it in ${steps} steps`)

function Other({ view, finding }: { view: View; finding: KnownFinding }) {
  const words = findingSentence(finding, finding.contacts, view.today)
  const who = accountName(finding.account)
  return (
    <li className="flex min-w-0 items-center gap-3 py-2 pr-4 pl-5 text-13 max-sm:flex-col max-sm:items-start max-sm:gap-2">
      <span className="min-w-0 flex-1 wrap-anywhere">
        <b className="font-semibold">{who}</b>
        {words.slice(who.length)}
      </span>
      <ButtonLink size="sm" href={view.fix(finding.category, finding.account)}>
        {finding.category === 'unclassified' ? 'Classify' : 'See the fix'}
      </ButtonLink>
    </li>
  )
}

interface Fixable {
  account: string
  category: string
  count: number
}

/** The account and category with most bounces that our side can fix. */
async function largestFixable(data: Overview): Promise<Fixable | null> {
  let best: Fixable | null = null
  for (const { name, now } of await data.accounts) {
    for (const [category, count] of byCategory(now)) {
      if (categoryById(category)?.disposition === 'fix' && count > (best?.count ?? 0))
        best = { account: name, category, count }
    }
  }
  return best
}

const quietTitles = {
  compared: 'Nothing unusual: every account bounces about as it usually does',
  short: 'Not enough past yet to say what is unusual',
  not_searched: 'A part of your bounces: what is unusual is searched over all of them',
}

function Quiet({ view, unusual, fixable }: { view: View; unusual: Unusual; fixable: Fixable | null }) {
  const until = spokenDay(view.filter.to, view.today)
  const why = {
    compared: `The four weeks up to ${until}, compared with the six weeks before, account by account.`,
    short: 'Each account is compared with its own six weeks before; that starts after six weeks of bounces.',
    not_searched: 'Take off the filters by campaign, reply or import to see it.',
  }[unusual.state]
  const known = fixable && categoryById(fixable.category)
  const largest =
    fixable && known
      ? ` Most of what you can fix: ${known.shortName} at ${accountName(fixable.account)}, ${plural(fixable.count, 'bounce')}.`
      : ''
  return (
    <LeadText
      title={quietTitles[unusual.state]}
      detail={`${why}${largest}`}
      actions={
        fixable && <ButtonLink href={view.fix(fixable.category, fixable.account)}>See the fix</ButtonLink>
      }
    />
  )
}
