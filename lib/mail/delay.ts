import { decodeWords } from './decode'
import { first } from './headers'
import type { Report } from './types'

const WAITS =
  /not yet been delivered|still (?:being )?(?:un(?:delivered|sent)|retried|in the queue)|this is a warning message only|do not need to resend|delivery attempts will continue|will (?:keep trying|continue (?:to try|trying)|be retried)|could not send message for (?:the )?past|delivery (?:is|was|has been) (?:temporarily )?delayed|message .{0,60}delayed \d+|delay reason|is delayed for more than|temporary (?:failure )?(?:report|problem delivering)|still trying to deliver|gmail will retry|delivery incomplete|delay(?:ed)? notice|only a warning|nur eine warnung|zustellung (?:wurde )?verzögert|a été retardée|se ha retrasado|è stata ritardata|wird weiterhin versucht|noch nicht zugestellt|pas encore été|todavía no se ha|non è ancora stat/i
const GAVE_UP =
  /permanent(?:ly)?[ -](?:fatal|error|fail)|permanent fatal|giv(?:en|ing) up|retry time(?:out)? (?:was )?exceeded|(?:could|can)(?: ?not|n't) be delivered (?:for|within) \d|too long in the queue|message expired/i

/** Whether a report in words says that the mail still waits, and not that it was given up. */
export function tellsOfDelay(report: Report): boolean {
  const words = `${decodeWords(first(report.root.headers, 'subject'))}\n${report.text}`
  return WAITS.test(words) && !GAVE_UP.test(words)
}

const ARRIVED =
  /(?:has been|was|were) (?:successfully )?(?:delivered|relayed)|successfully (?:delivered|relayed)|delivery to these recipients or groups is complete|wurde (?:erfolgreich )?zugestellt|a été (?:remis|distribué)|se ha entregado|è stato (?:recapitato|consegnato)|foi entregue/i
const DID_NOT =
  /\b(?:not|n't|unable|fail(?:ed|ure)?|nicht|pas|non|não|unknown|rejected|undeliver\w*)\b|\b[45]\d\d[ -]|\b[45]\.\d\.\d/i

/** What Exchange and GroupWise write before the subject of a mail that arrived, or was opened, in the languages they speak. */
const SUCCESS =
  /^(?:delivered|relayed|expanded|zugestellt|weitergeleitet|remis|relayé|entregado|entregue|retransmitid[oa]|recapitato|inoltrato|bezorgd|doorgestuurd|dostarczono|dostarczone|доставлено|переслано|levererat|levererade|leveret|levert|toimitettu|doručeno|doručené|kézbesítve|teslim edildi|livrat|παραδόθηκε|配信済み|已送达|已传递|已傳遞|배달됨)\s*[:：]|^message status - (?:opened|delivered|downloaded|completed|accepted|read|deleted|transferred)/i

/** Whether a report in words says that the mail arrived, and nothing else. */
export function tellsOfSuccess(report: Report): boolean {
  const subject = decodeWords(first(report.root.headers, 'subject'))
  const words = `${subject}\n${report.text}`
  if (SUCCESS.test(subject)) return !/\b[45]\d\d[ -]|\b[45]\.\d\.\d/.test(words)
  const at = ARRIVED.exec(words)
  if (!at) return false
  // Reports of success add that other systems may still fail, and that none tells of it.
  return !DID_NOT.test(words.slice(0, at.index + at[0].length))
}
