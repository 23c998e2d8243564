const MARK =
  /^[> \t-]*(?:begin forwarded message|forwarded message|original message|(?:anfang der )?weitergeleiteten? (?:nachricht|e-mail)|ursprüngliche nachricht|(?:début du )?message (?:transféré|réexpédié|d['’]origine)|(?:inicio del )?mensaje (?:reenviado|original)|(?:inizio )?messaggio (?:inoltrato|originale)|mensagem (?:encaminhada|original)|(?:begin )?doorgestuurd bericht|oorspronkelijk bericht|wiadomość (?:oryginalna|przekazana)|(?:исходное|пересылаемое) сообщение|原始邮件|转发的邮件|転送メッセージ|元のメッセージ)[\s:-]*$/im
const SYSTEM = String.raw`mailer-daemon|postmaster|mail delivery`
/** Outlook writes no mark: the forwarded mail begins with who sent it. */
const FROM_SYSTEM = new RegExp(
  String.raw`^[> \t*]*(?:from|von|de|da|van|od|från|fra|от|差出人|发件人|寄件者|보낸 ?사람)[*\s]*[:：][^\n]{0,200}(?:${SYSTEM})`,
  'im',
)
const FORWARDS = /^\s*(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vb|pd|fs|转发|轉寄|転送|전달)\s*[:：]/i

/** A report that a person forwarded: the text after the forwarded mail's own headers, without quote marks; else the text. */
export function withoutForward(text: string, subject: string): string {
  const mark = MARK.exec(text)
  if (mark && new RegExp(SYSTEM, 'i').test(text.slice(mark.index, mark.index + 600)))
    return bodyOf(text.slice(mark.index + mark[0].length))
  const from = FORWARDS.test(subject) ? FROM_SYSTEM.exec(text) : null
  return from ? bodyOf(text.slice(from.index)) : text
}

function bodyOf(mail: string): string {
  const lines = mail.trimStart().split(/\r?\n/)
  const body = lines.map((line) => line.replace(/^> ?/, ''))
  return body.slice(body.findIndex((line) => line.trim() === '') + 1).join('\n')
}
