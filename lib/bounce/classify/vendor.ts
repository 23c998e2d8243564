import type { CategoryId } from '../categories'
import type { ReplyKind } from '../types'

type Hint = { kind: 'bounce'; category: CategoryId } | { kind: Exclude<ReplyKind, 'bounce'>; category: null }

const cause = (category: CategoryId): Hint => ({ kind: 'bounce', category })
const notice = (kind: Exclude<ReplyKind, 'bounce'>): Hint => ({ kind, category: null })

/** Providers' own classes as `provider:class`, small letters, spaces and signs left out of the class. */
const HINTS: Record<string, Hint> = {
  'ses:permanent/general': cause('invalid_recipient'),
  'ses:permanent/noemail': cause('invalid_recipient'),
  'ses:permanent/suppressed': notice('echo'),
  'ses:permanent/onaccountsuppressionlist': notice('echo'),
  'ses:transient/mailboxfull': cause('mailbox_full'),
  'ses:transient/messagetoolarge': cause('message_too_large'),
  'ses:transient/contentrejected': cause('spam_block'),
  'ses:transient/attachmentrejected': cause('policy_violation'),
  'pmta:badmailbox': cause('invalid_recipient'),
  'pmta:inactivemailbox': cause('invalid_recipient'),
  'pmta:quotaissues': cause('mailbox_full'),
  'pmta:spamrelated': cause('spam_block'),
  'pmta:contentrelated': cause('spam_block'),
  'pmta:virusrelated': cause('spam_block'),
  'pmta:relayingissues': cause('relay_denied'),
  'pmta:badconnection': cause('server_unavailable'),
  'pmta:noanswerfromhost': cause('server_unavailable'),
  'pmta:messageexpired': cause('server_unavailable'),
  'pmta:baddomain': cause('domain_not_found'),
  'pmta:routingerrors': cause('dns_failure'),
  'pmta:policyrelated': cause('policy_violation'),
  'sparkpost:10': cause('invalid_recipient'),
  'sparkpost:30': cause('invalid_recipient'),
  'sparkpost:22': cause('mailbox_full'),
  'sparkpost:51': cause('spam_block'),
  'sparkpost:52': cause('spam_block'),
  'sparkpost:54': cause('relay_denied'),
  'sparkpost:20': cause('server_unavailable'),
  'sparkpost:24': cause('server_unavailable'),
  'sparkpost:70': cause('server_unavailable'),
  'sparkpost:23': cause('message_too_large'),
  'sparkpost:21': cause('dns_failure'),
  'sparkpost:50': cause('policy_violation'),
  'sparkpost:25': notice('echo'),
  'sparkpost:60': notice('auto_reply'),
  'sendgrid:invalidaddress': cause('invalid_recipient'),
  'sendgrid:content': cause('spam_block'),
  'sendgrid:reputation': cause('blacklisted'),
  'sendgrid:frequencyorvolumetoohigh': cause('too_many_recipients'),
  'sendgrid:mailboxunavailable': cause('invalid_recipient'),
  'sendgrid:dropped': notice('echo'),
  'postmark:hardbounce': cause('invalid_recipient'),
  'postmark:spamnotification': cause('spam_block'),
  'postmark:dmarcpolicy': cause('authentication'),
  'postmark:dnserror': cause('dns_failure'),
  'postmark:autoresponder': notice('auto_reply'),
  'postmark:addresschange': notice('auto_reply'),
  'postmark:challengeverification': notice('challenge_response'),
  'postmark:spamcomplaint': notice('complaint'),
  'mailgun:605': notice('echo'),
  'mailgun:suppressbounce': notice('echo'),
}

/** What a provider's own class suggests, or undefined. Takes it as formats qualify it: `pmta:bad-mailbox`. */
export function readVendorClass(vendorClass: string): Hint | undefined {
  return HINTS[vendorClass.toLowerCase().replace(/[^a-z0-9:/]/g, '')]
}
