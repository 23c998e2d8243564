import type { Rule } from '../classify/rule'
import type { CategoryId } from '.'
import { rules as authentication } from './authentication/rules'
import { rules as blacklisted } from './blacklisted/rules'
import { rules as dns_failure } from './dns_failure/rules'
import { rules as domain_not_found } from './domain_not_found/rules'
import { rules as invalid_format } from './invalid_format/rules'
import { rules as invalid_recipient } from './invalid_recipient/rules'
import { rules as mail_loop } from './mail_loop/rules'
import { rules as mailbox_full } from './mailbox_full/rules'
import { rules as message_too_large } from './message_too_large/rules'
import { rules as policy_violation } from './policy_violation/rules'
import { rules as relay_denied } from './relay_denied/rules'
import { rules as sending_limit } from './sending_limit/rules'
import { rules as server_unavailable } from './server_unavailable/rules'
import { rules as spam_block } from './spam_block/rules'
import { rules as too_many_recipients } from './too_many_recipients/rules'

/** The wording of every category, apart from its facts so that a page can show the facts without loading the rules. */
export const RULES: Record<CategoryId, readonly Rule[]> = {
  invalid_recipient,
  mailbox_full,
  spam_block,
  relay_denied,
  server_unavailable,
  invalid_format,
  message_too_large,
  authentication,
  domain_not_found,
  blacklisted,
  too_many_recipients,
  dns_failure,
  mail_loop,
  policy_violation,
  sending_limit,
}
