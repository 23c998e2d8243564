import { Suspense } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { MarkedReply } from '@/components/data/marked-reply'
import { Everything } from '@/components/bounce/everything'
import { RecipientStory } from '@/components/bounce/recipient-story'
import { ReplyFacts } from '@/components/bounce/reply-facts'
import { DrawerSection } from '@/components/bounce/section'
import { Unverified } from '@/components/bounce/unverified'
import { WhatToDo } from '@/components/bounce/what-to-do'
import { WhyCategory } from '@/components/bounce/why-category'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { formatBounceCursor } from '@/lib/analytics/bounce-cursor'
import { dayOf } from '@/lib/analytics/day'
import { filterOf, filterQuery, type BounceFilter } from '@/lib/analytics/filter'
import { categoryById } from '@/lib/bounce/categories'
import { replyFacts } from '@/lib/bounce/facts'
import { formatBounceKey } from '@/lib/bounce/key'
import { mayAct, type Context } from '@/lib/services/context'
import { shownValue } from '@/lib/dne/erased'
import { loadDrawer, type DrawerData } from '../drawer'
import type { List } from '../list'
import { Place } from './counts'
import { DrawerActions } from './drawer-actions'
import { DrawerFrame } from './drawer-frame'
import { DrawerMissing } from './drawer-missing'
import { DrawerVerdicts } from './drawer-verdicts'
import { OnTheList } from './on-the-list'

interface Props {
  ctx: Context
  list: List
  bounceKey: string
}

/** One bounce with everything that is known of it. */
export async function BounceDrawer({ ctx, list, bounceKey }: Props) {
  const data = await loadDrawer(ctx, list, bounceKey)
  if (!data) return <DrawerMissing bounceKey={bounceKey} />
  const { bounce } = data
  const category = categoryById(bounce.category)
  const base = `/w/${ctx.workspace.slug}`
  const zone = ctx.workspace.timeZone
  const links = linksOf(data, list, base)
  const at = list.page.rows.findIndex((row) => formatBounceKey(row) === data.key)
  return (
    <DrawerFrame
      shown={data.key}
      pageKeys={list.page.rows.map((row) => formatBounceKey(row))}
      title={shownValue(bounce.recipient)}
      place={
        at < 0 ? null : (
          <Suspense>
            <Place counts={list.counts} at={list.page.offset + at + 1} />
          </Suspense>
        )
      }
      subtitle={subtitleOf(data)}
      previous={
        data.previous ? { key: data.previous, cursor: pageOf(list, data.previous, 'previous') } : null
      }
      next={data.next ? { key: data.next, cursor: pageOf(list, data.next, 'next') } : null}
    >
      <DrawerSection
        title={<CategoryLabel category={bounce.category} />}
        beside={
          <>
            {bounce.bounceType && <Badge>{bounce.bounceType === 'hard' ? 'Hard' : 'Soft'}</Badge>}
            {!bounce.verified && <Badge tone="warning">Unverified</Badge>}
            <DispositionLabel disposition={category?.disposition ?? null} className="ml-auto" />
          </>
        }
      >
        <p className="text-13">
          {category?.meaning ??
            'The reply does not say why. Nothing happens to the contact until a person decides.'}
        </p>
        {!bounce.verified && (
          <Unverified account={bounce.account}>
            {mayAct(ctx.actor.role, 'operator') && (
              <DrawerVerdicts slug={ctx.workspace.slug} bounceKey={data.key} account={bounce.account} />
            )}
          </Unverified>
        )}
        <div className="mt-3">
          <Suspense>
            <OnTheList ctx={ctx} address={bounce.recipient} />
          </Suspense>
        </div>
        <DrawerActions ctx={ctx} data={data} />
      </DrawerSection>
      <DrawerSection
        title="Server’s reply"
        beside={
          <span className="ml-auto">
            <CopyButton words text={bounce.diagnostic} />
          </span>
        }
      >
        {bounce.diagnostic ? (
          <MarkedReply text={bounce.diagnostic} evidence={data.evidence} />
        ) : (
          <p className="text-13 text-muted">The file had no reply text for this bounce.</p>
        )}
        <Codes codes={data.codes} />
        <ReplyFacts facts={replyFacts(bounce)} />
      </DrawerSection>
      <WhyCategory
        category={bounce.category}
        evidence={data.evidence}
        decidedBy={bounce.decidedBy}
        codes={data.codes.map((each) => each.code)}
        vendorClass={bounce.vendorClass}
        decision={data.decision && { ...data.decision, day: dayOf(data.decision.at, zone) }}
        confidence={bounce.confidence}
        same={data.reply && { ...data.reply, href: links.sameReply }}
      />
      {category && <WhatToDo category={category} />}
      <RecipientStory
        bounces={data.history.bounces.map((each) => ({
          ...each,
          at: each.occurredAt,
          key: formatBounceKey(each),
          href: formatBounceKey(each) === data.key ? null : links.open(formatBounceKey(each)),
        }))}
        total={data.history.total}
        allHref={data.history.total > data.history.bounces.length ? links.recipient : null}
        zone={zone}
      />
      <Everything
        {...bounce}
        accountHref={bounce.accountId && bounce.account ? `${base}/accounts/${bounce.accountId}` : null}
        campaignHref={links.campaign}
        zone={zone}
        file={
          bounce.fileName === null
            ? null
            : { href: `${base}/imports/${bounce.importId}`, name: bounce.fileName, line: bounce.line }
        }
      />
    </DrawerFrame>
  )
}

function subtitleOf({ bounce }: DrawerData): string {
  const parts = [
    bounce.recipientName,
    bounce.account && `from ${bounce.account}`,
    bounce.campaign && `campaign “${bounce.campaign}”`,
  ]
  return parts.filter(Boolean).join(' · ')
}

function Codes({ codes }: { codes: DrawerData['codes'] }) {
  if (codes.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13">
      {codes.map(({ code, meaning }) => (
        <div key={code} className="contents">
          <dt className="font-mono text-12 leading-5 font-medium">{code}</dt>
          <dd className="text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The page of the list a neighbour stands on, where that is not the page shown. */
function pageOf({ page }: List, key: string, side: 'previous' | 'next'): string | null {
  if (page.rows.some((row) => formatBounceKey(row) === key)) return null
  const cursor = page[side]
  return cursor && formatBounceCursor(cursor)
}

/** Lists that say more of one thing the bounce has, each over all time. */
function linksOf({ bounce }: DrawerData, list: List, base: string) {
  const always = { ...filterOf({}, list.today), from: '1970-01-01' }
  const to = (part: Partial<BounceFilter>) =>
    `${base}/bounces?${filterQuery({ ...always, ...part }, list.today)}`
  return {
    sameReply: to({ template: bounce.templateId }),
    recipient: to({ q: bounce.recipient }),
    campaign: to({ campaigns: [bounce.campaign] }),
    open: (key: string) =>
      `${base}/bounces?${[filterQuery(list.filter, list.today), `bounce=${key}`].filter(Boolean).join('&')}`,
  }
}
