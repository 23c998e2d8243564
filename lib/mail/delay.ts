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
