import { apollo } from './apollo'
import type { Format } from './format'
import { generic } from './generic'
import { hubspot } from './hubspot'
import type { FormatId } from './ids'
import { kumomta } from './kumomta'
import { mail } from './mail'
import { mailchimp } from './mailchimp'
import { mailgun } from './mailgun'
import { microsoft365 } from './microsoft365'
import { postfix } from './postfix'
import { powermta } from './powermta'
import { salesforce } from './salesforce'
import { sendgrid } from './sendgrid'

const BY_ID: Record<FormatId, Format> = {
  generic,
  sendgrid,
  mailgun,
  powermta,
  kumomta,
  postfix,
  hubspot,
  microsoft365,
  mailchimp,
  salesforce,
  apollo,
  mail,
}

/** Every format that is read, in the picker's order. */
export const FORMATS: readonly Format[] = Object.values(BY_ID)

/** The entry of a format. */
export function formatById(id: FormatId): Format {
  return BY_ID[id]
}
