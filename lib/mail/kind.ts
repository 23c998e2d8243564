import { decodeWords } from './decode'
import { first } from './headers'
import type { Report } from './types'

const FAILED_SUBJECT =
  /undeliver|returned (?:mail|e-?mail|message)|return(?:ed)? to sender|fail(?:ure|ed)|delivery (?:status|problem|report|error|has)|mail delivery|(?:could|can|was) ?n(?:o|')t (?:be )?(?:deliver|sen[dt])|not (?:be )?deliver|non[- ]?delivery|bounce|mail (?:system )?error|rejected|mailer.?daemon|unable to deliver|mailbox|user unknown|warning: message|delayed|unzustellbar|nicht zugestellt|zustellung|fehlgeschlagen|non remis|non distribu|échec|retour(?:né)? à|no (?:se )?(?:pudo|entrega)|devuelt|mancata consegna|impossibile|não entreg|falha|onbestelbaar|niet bezorgd|niedostarczon|nie dostarczono|не доставлен|недоставлен|ошибка|失败|退信|无法投递|エラー|配信|送信でき|戻り|受信者|not a? ?member/i
const SENDER =
  /post_?master|mailer.?daemon|postmaster|mail ?delivery|mail.?(?:system|admin)|bounce|daemon@|^<?>?$/i
const AUTO_SUBJECT =
  /out of (?:the )?office|\bOOO\b|auto(?:matic|mated)?[ -]?(?:reply|response|responder)|autoreply|vacation|away from|abwesen|automatische antwort|réponse automatique|absence|absent|respuesta automática|fuera de|risposta automatica|fuori sede|resposta automática|automatisch antwoord|afwezig|autoodpowied|nieobecn|автоответ|нет на месте|自動(?:応答|返信)|不在|自动(?:回复|答复)/i
const CHALLENGE =
  /(?:please )?(?:confirm|verify|authenticate) (?:that )?(?:your|you|this)[^.]{0,60}(?:message|mail|e-?mail|human|sender|address|delivered)|challenge.?response|spam ?arrest|boxbe|tmda|bluebottle|sender verification|uses? (?:an? )?(?:anti-?spam|whitelist)[^.]{0,60}(?:click|confirm|reply)/i

const header = (report: Report, name: string): string => first(report.root.headers, name)

/** Whether the mail's own marks say that it reports on a delivery: who sent it, its subject, its type. */
export function looksLikeReport(report: Report): boolean {
  const subject = decodeWords(header(report, 'subject'))
  if (report.root.type === 'multipart/report' || header(report, 'x-failed-recipients')) return true
  if (header(report, 'x-mlserver') || FAILED_SUBJECT.test(subject)) return true
  // Vacation answers have an empty return path too (RFC 3834, 3.3), so it counts only where the mail calls itself no answer.
  const empty =
    header(report, 'return-path') === '<>' && !/^auto-replied/i.test(header(report, 'auto-submitted'))
  return (SENDER.test(header(report, 'from')) || empty) && !AUTO_SUBJECT.test(subject)
}

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
  if (/^auto-(replied|generated|notified)/.test(submitted)) return true
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

/** Whether the mail asks the sender to prove that he is a person. */
export function looksLikeChallenge(report: Report): boolean {
  return CHALLENGE.test(`${decodeWords(header(report, 'subject'))}\n${report.text.slice(0, 2000)}`)
}
