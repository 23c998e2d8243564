import { after } from 'next/server'
import { Suspense } from 'react'
import { total } from '@/lib/analytics/cells'
import { sumOver } from '@/lib/analytics/series'
import { turns } from '@/lib/turns'
import { AccountsCard } from './accounts-card'
import { Answer } from './answer'
import { CausesCard } from './causes-card'
import { loadOverview, type Overview } from './data'
import { DaysCard } from './days-card'
import { Figures } from './figures'
import { HeatCard } from './heat-card'
import { NothingHere } from './nothing'
import { ProvidersCard } from './providers-card'
import { Recovered } from './recovered'
import { RepliesCard } from './replies-card'
import { Section } from './section'
import { SIZES, stack, wide } from './skeleton'
import type { View } from './view'

// Drawing the cards is most of a page's work: done for a few at a time, everybody's first bytes come between.
const drawing = turns(2, 300)

/** The cards of the overview in reading order; each arrives when its figures do. */
export async function Cards({ view, moving }: { view: View; moving: boolean }) {
  const data = await loadOverview(view)
  const any = total(sumOver(await data.days, view.filter)) > 0
  after(await drawing())
  return any ? <All view={view} data={data} /> : <NothingHere view={view} moving={moving} />
}

function All(props: { view: View; data: Overview }) {
  return (
    <div className={stack}>
      <Section label="what changed" height={SIZES.answer}>
        <Answer {...props} />
      </Section>
      <Section label="the key figures" height={SIZES.figures}>
        <Figures {...props} />
      </Section>
      <Suspense>
        <Recovered view={props.view} />
      </Suspense>
      <div className={wide}>
        <Section label="bounces per day" height={SIZES.days}>
          <DaysCard {...props} />
        </Section>
        <Section label="why they bounced" height={SIZES.days}>
          <CausesCard {...props} />
        </Section>
      </div>
      <Section label="sending accounts" height={SIZES.accounts}>
        <AccountsCard {...props} />
      </Section>
      <div className={wide}>
        <Section label="accounts by cause" height={SIZES.heat}>
          <HeatCard {...props} />
        </Section>
        <Section label="mailbox providers" height={SIZES.heat}>
          <ProvidersCard {...props} />
        </Section>
      </div>
      <Section label="top replies" height={SIZES.replies}>
        <RepliesCard {...props} />
      </Section>
    </div>
  )
}
