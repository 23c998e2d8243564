import { decodeWords } from './decode'
import { first } from './headers'
import type { Report } from './types'

const FAILED_SUBJECT =
  /undeliver|returned (?:mail|e-?mail|message)|return(?:ed)? to sender|fail(?:ure|ed)|delivery (?:status|problem|report|error|has)|mail delivery|(?:could|can|was) ?n(?:o|')t (?:be )?(?:deliver|sen[dt])|not (?:be )?deliver|non[- ]?delivery|bounce|mail (?:system )?error|rejected|mailer.?daemon|unable to deliver|mailbox|user unknown|warning: message|delayed|unzustellbar|nicht zugestellt|zustellung|fehlgeschlagen|non remis|non distribu|échec|retour(?:né)? à|no (?:se )?(?:pudo|entrega)|devuelt|mancata consegna|impossibile|não entreg|falha|onbestelbaar|niet bezorgd|niedostarczon|nie dostarczono|не доставлен|недоставлен|ошибка|失败|退信|无法投递|エラー|配信|送信でき|戻り|受信者|not a? ?member/i
const SENDER =
  /post_?master|mailer.?daemon|postmaster|mail ?delivery|mail.?(?:system|admin)|bounce|daemon@|^<?>?$/i
const AUTO_SUBJECT =
  /out of (?:the )?office|\bOOO\b|auto(?:matic|mated)?[ -]?(?:reply|response|responder)|autoreply|vacation|away from|abwesen|automatische antwort|réponse automatique|absence|absent|respuesta automática|fuera de|risposta automatica|fuori sede|resposta automática|automatisch antwoord|afwezig|autoodpowied|odpowiedź automatyczna|automatyczna odpowied|nieobecn|автоответ|автоматический ответ|нет на месте|autosvar|automati(?:sk|skt|ské|cká|cky) (?:svar|odpověď)|frånvaro|fravær|poissaolo|automaattinen vastaus|automatikus válasz|răspuns automat|αυτόματη απάντηση|otomatik yanıt|부재중|자동 ?(?:응답|회신)|自動(?:応答|返信)|不在|自动(?:回复|答复)|自動回覆/i
const CHALLENGE =
  /zurückgehalten, bis sie|bestätigen sie (?:bitte )?ihre (?:nachricht|e-?mail)|confirme[rz] (?:votre envoi|que vous êtes)|conferma(?:re)? (?:il tuo|il suo) (?:messaggio|invio)|confirm[ae]r? (?:su|o seu) (?:mensaje|mensagem|envío|envio)|(?:please )?(?:confirm|verify|authenticate) (?:that )?(?:your|you|this)[^.]{0,60}(?:message|mail|e-?mail|human|sender|address|delivered)|challenge.?response|spam ?arrest|boxbe|tmda|bluebottle|sender verification|uses? (?:an? )?(?:anti-?spam|whitelist)[^.]{0,60}(?:click|confirm|reply)/i

const header = (report: Report, name: string): string => first(report.root.headers, name)

/** A mail system's own name: what it writes needs no further proof. */
const DAEMON = /mailer.?daemon|mail delivery (?:sub)?system/i
const MAIL = String.raw`(?:message|mail|nachricht|courriel|mensaje|correo|messaggio|posta|mensagem|bericht|wiadomo|письм|сообщени)`
const ARRIVED = String.raw`(?:deliver|sent|reach|zugestellt|zustell|remis|d[ée]livr|distribu|entreg|recapit|consegn|bezorg|dostarcz|доставл)`
const NOT = String.raw`(?:not|n['’]t|unable|nicht|pas|no se|non|não|niet|nie|не)`
/** What reports say, and letters, bills and newsletters don't: a reply's codes, a recipient, a mail that did not arrive. */
const SAYS_SO = new RegExp(
  [
    String.raw`(?:^|\n)\W*[245]\d\d[ -]\S|\b[245]\.\d{1,2}\.\d{1,3}\b`,
    String.raw`recipient|addressee|mailbox|undeliver|user unknown|unknown user|no such (?:user|address)|user not (?:known|found)|not a valid (?:user|address)|no user by that|destinatair|empf(?:ä|ae)nger|destinatari|ontvanger|geadresseerde|adresat|odbiorc|mottag|modtager|címzett|příjem|получател|адресат|受信者|宛先|收件人|退信|받는|수신자`,
    String.raw`${MAIL}[^.\n]{0,120}${NOT} [^.\n]{0,40}${ARRIVED}`,
    String.raw`${NOT} [^.\n]{0,40}${ARRIVED}[^.\n]{0,40}${MAIL}`,
    String.raw`${MAIL}[^.\n]{0,60}(?:rejected|blocked|bounced|returned to|abgelehnt|refus|rechaz|rifiut)`,
    String.raw`(?:échec|fallo|errore|falha|fehler)[^.\n]{0,40}(?:remise|entrega|recapito|consegna|zustellung)`,
  ].join('|'),
  'i',
)
/** Enough from an address that is a system's. */
const FAILED = new RegExp(
  `deliver[^.\\n]{0,40}fail|fail[^.\\n]{0,40}deliver|${NOT} [^.\\n]{0,40}${ARRIVED}`,
  'i',
)

/** Subjects that a system gives to nothing but its reports. */
const RETURNED =
  /^(?:undeliver(?:able|ed)|returned (?:e?-?mail|message)|delivery (?:failure|status notification|notification|report)|failure notice|non[- ]?delivery|(?:e?-?mail|message) (?:delivery failed|could not be delivered))/i

/** Whether the mail's own marks say that it reports on a delivery: who sent it, its subject, its type. */
export function looksLikeReport(report: Report): boolean {
  const subject = decodeWords(header(report, 'subject'))
  if (report.root.type === 'multipart/report' || header(report, 'x-failed-recipients')) return true
  if (header(report, 'x-mlserver')) return true
  const from = header(report, 'from')
  // Vacation answers have an empty return path too (RFC 3834, 3.3), so it counts only where the mail calls itself no answer.
  const empty =
    header(report, 'return-path') === '<>' && !/^auto-replied/i.test(header(report, 'auto-submitted'))
  const told = FAILED_SUBJECT.test(subject) && !isLetter(report, subject)
  const sent = (SENDER.test(from) || empty) && !AUTO_SUBJECT.test(subject)
  if (sent && RETURNED.test(subject)) return true
  return (told || sent) && (DAEMON.test(from) || saysSo(report, SENDER.test(from)))
}

function saysSo({ original, text, forwarded }: Report, fromSystem: boolean): boolean {
  const said = text.slice(0, 16_000)
  return forwarded || original.size > 0 || SAYS_SO.test(said) || (fromSystem && FAILED.test(said))
}

/** A gateway that keeps the subject of the mail it could not deliver says so at once; a person who writes about it doesn't. */
const BEGINS_SO = new RegExp(
  String.raw`^[\W\s]*(?:your|votre|ihre|s[ue]|il (?:suo|tuo)|a sua) ${MAIL}[^.\n]{0,80}${NOT}[^.\n]{0,40}(?:deliver|zugestellt|d[ée]livr|remis|entreg|consegn)`,
  'i',
)

/** A person answers about a failure, or their mailbox does about something else: the words of the subject alone prove no report. */
function isLetter(report: Report, subject: string): boolean {
  if (SENDER.test(header(report, 'from'))) return false
  if (AUTO_SUBJECT.test(subject)) return true
  const answers = /^(?:re|aw|sv|antw|odp|res?p)\s*:/i.test(subject)
  return answers && !report.forwarded && !BEGINS_SO.test(report.text.slice(0, 300))
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

/** Services that answer in the form of a failure report until the sender has proved to be a person. */
const GATEKEEPER = /sender not pre-?approved|waitlisted|guest list|spam ?arrest|bluebottle|tmda|boxbe/i

/** Whether a report only says that its recipient does not know the sender yet. */
export function isGatekeeper(report: Report): boolean {
  return !DAEMON.test(header(report, 'from')) && GATEKEEPER.test(report.text.slice(0, 2000))
}

/** Whether the mail asks the sender to prove that he is a person. */
export function looksLikeChallenge(report: Report): boolean {
  return CHALLENGE.test(`${decodeWords(header(report, 'subject'))}\n${report.text.slice(0, 2000)}`)
}
