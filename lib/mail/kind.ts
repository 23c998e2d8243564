import { decodeWords } from './decode'
import { first } from './headers'
import { AUTO_SUBJECT } from './report-marks'
import type { Report } from './types'

const CHALLENGE =
  /zurückgehalten, bis sie|bestätigen sie (?:bitte )?ihre (?:nachricht|e-?mail)|confirme[rz] (?:votre envoi|que vous êtes)|conferma(?:re)? (?:il tuo|il suo) (?:messaggio|invio)|confirm[ae]r? (?:su|o seu) (?:mensaje|mensagem|envío|envio)|prove that you are (?:a )?(?:human|person|real)|senders i\s+have approved|list of approved senders|(?:please )?(?:confirm|verify|authenticate) (?:that )?(?:your|you|this)[^.]{0,60}(?:message|mail|e-?mail|human|sender|address|delivered)|challenge.?response|spam ?arrest|boxbe|tmda|bluebottle|sender verification|uses? (?:an? )?(?:anti-?spam|whitelist)[^.]{0,60}(?:click|confirm|reply)/i

/** Who signs up somewhere is asked to confirm an address too. */
const SIGNING_UP =
  /subscri(?:be|ption)|newsletter|your (?:new )?account|sign(?:ing|ed)? ?up|registration|password|e-?mail address for/i

const header = (report: Report, name: string): string => first(report.root.headers, name)

/** A mail system's own name. */
const DAEMON = /mailer.?daemon|mail delivery (?:sub)?system/i

/** Whether a mail system wrote the mail, so that one without a recipient is an unreadable report and no letter. */
export function isFromSystem(report: Report): boolean {
  const { root } = report
  if (root.type === 'multipart/report' && /delivery-status/.test(root.params['report-type'] ?? ''))
    return true
  return /mailer.?daemon|^\W*post_?master@|mail delivery (?:sub)?system/i.test(header(report, 'from'))
}

/** Whether a person's mailbox answered by itself (RFC 3834); asked only after the mail proved to be no delivery report. */
export function looksLikeAutoReply(report: Report): boolean {
  const submitted = header(report, 'auto-submitted').toLowerCase()
  if (/^auto-(replied|notified)/.test(submitted)) return true
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply-from', 'x-mail-autoreply'].some((name) =>
      header(report, name),
    )
  )
    return true
  if (
    /auto.?(?:reply|response)|vacation/i.test(
      `${header(report, 'precedence')} ${header(report, 'x-auto-response-suppress') && ''}`,
    )
  )
    return true
  return AUTO_SUBJECT.test(decodeWords(header(report, 'subject')))
}

/** Services that answer in the form of a failure report until the sender has proved to be a person. */
const GATEKEEPER = /sender not pre-?approved|waitlisted|guest list|spam ?arrest|bluebottle|tmda|boxbe/i

/** Whether a report only says that its recipient does not know the sender yet. */
export function isGatekeeper(report: Report): boolean {
  return !DAEMON.test(header(report, 'from')) && GATEKEEPER.test(report.text.slice(0, 2000))
}

/** Whether the mail asks the sender to prove that he is a person. */
export function looksLikeChallenge(report: Report): boolean {
  const said = `${decodeWords(header(report, 'subject'))}\n${report.text.slice(0, 2000)}`
  return CHALLENGE.test(said) && !SIGNING_UP.test(said)
}
