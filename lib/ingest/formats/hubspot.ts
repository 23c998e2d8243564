import type { SkipReason } from '../types'
import type { Judge, Judgement, TableFormat } from './format'
import { yesOrNo } from './format'

const GLOBAL: Judgement = { diagnostic: '', vendorClass: 'hubspot:global-bounce' }
const PORTAL: Judgement = { diagnostic: '', vendorClass: 'hubspot:portal-bounce' }

/** HubSpot's export of unsubscribes and bounces: the reason stands in `Portal Bounce`, and beside it who wants no more mail. */
export const hubspot: TableFormat = {
  id: 'hubspot',
  kind: 'table',
  name: 'HubSpot unsubscribes and bounces',
  about: 'HubSpot: Marketing, Email, then Export unsubscribes and bounces.',
  vendorPrefix: 'hubspot',
  match: (names) => (names.has('portalbounce') || names.has('globalbounce') ? 1 : 0),
  columns: {
    recipient: ['email', 'emailaddress', 'recipient', 'address'],
    diagnostic: ['portalbounce'],
    occurredAt: ['bouncedate', 'bouncedat', 'portalbouncedate', 'date', 'timestamp', 'created', 'createdat'],
  },
  judge: (header) => {
    const portal = header.indexOf('portalbounce')
    const global = header.indexOf('globalbounce')
    const spam = header.indexOf('portalspamreport')
    const left = header.indexOf('portalunsubscribe')
    const read: Judge = (cell) => {
      const optOuts: SkipReason[] = []
      if (yesOrNo(cell(spam)) !== 'no') optOuts.push('complaint')
      if (yesOrNo(cell(left)) === 'yes') optOuts.push('unsubscribe')
      const answer = yesOrNo(cell(portal))
      if (answer === null) return { also: optOuts }
      if (answer === 'yes') return { ...PORTAL, also: optOuts }
      if (yesOrNo(cell(global)) !== 'no') return { ...GLOBAL, also: optOuts }
      const [skip = 'not_a_bounce', ...also] = optOuts
      return { skip, also }
    }
    return read
  },
  sampleName: 'hubspot-unsubscribes-and-bounces.csv',
  sample: [
    'Email,Portal Unsubscribe,Portal Bounce,Portal Spam Report,Global Bounce',
    'nora@hillside-dental.example,false,550 5.1.1 User unknown,false,false',
    'tom@brightworks.example,false,,false,true',
    'lea@fjordtech.example,true,,false,false',
    'ivo@northlight.example,true,550 5.1.1 User unknown,false,false',
    '',
  ].join('\n'),
}
