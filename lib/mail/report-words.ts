/** What reports put around the cause: it says that a mail came back, not why, and some of it reads like a cause. */
const AROUND = new RegExp(
  [
    String.raw`(?:e?-?mail|message) delivery (?:has |was )?(?:failed|failure)(?: permanently)?(?:: returning message to sender)?`,
    String.raw`this message was created automatically by (?:the )?mail (?:delivery )?(?:software|system)`,
    String.raw`this is (?:an? )?(?:automatically generated|permanent|fatal)[^.;\n]{0,30}(?:error|notification|notice)(?:; i['’]ve given up\.? sorry it didn['’]t work out)?`,
    String.raw`i['’]m (?:afraid i wasn['’]t able|sorry to have to inform you)[^.:]{0,160}[.:]`,
    String.raw`i['’]ve given up\.? sorry it didn['’]t work out`,
    String.raw`(?:an undisclosed address\s+)?\((?:ultimately )?(?:generated|expanded) from:?[^)]*\)`,
    String.raw`delivery to the following (?:recipient|address)(?:e?s)? (?:has |have )?(?:failed|(?:was|been) aborted)(?: permanently)?`,
    String.raw`please check that you have not misspelled[^.\n]*`,
    String.raw`has been blocked\. see technical details below for more information`,
    String.raw`(?:undeliverable|failed) (?:address|recipient)\s*:`,
  ].join('|'),
  'gi',
)

/** To send it again is Exchange's advice about every address, and reads like a passing failure. */
const ADVICE =
  /opnieuw te verzenden|erneut zu senden|de renvoyer le message|volver a enviar el mensaje|inviare di nuovo il messaggio|(?:reenviar|enviar novamente) a mensagem|försök skicka meddelandet igen|try to resend the message|spróbuj ponownie|prøv (?:at|å) sende|yritä lähettää|zkuste zprávu odeslat|skúste správu|próbálja meg újból|yeniden göndermeyi|retrimiteți|попробуйте отправить|再送信して|重新发送|重新傳送|다시 보내/i

/** The words of a report without those that every report has; as given where nothing else is said. */
export function causeIn(words: string): string {
  const around = words.replace(AROUND, ' ')
  if (!ADVICE.test(around)) return around
  return around
    .split(/(?<=[.\n])/)
    .filter((sentence) => !ADVICE.test(sentence))
    .join('')
}

/** Lines of a footer that a company's gateway adds to every mail. */
const FOOTER =
  /^\W*(?:this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|privileged|intended|scanned|has come from|virus)|this email has been|the information (?:contained )?in this|confidentiality notice|disclaimer\b|diese (?:e-?mail|nachricht) (?:ist|kann|enthält)|ce (?:message|courriel|mail) (?:et|est|peut)|(?:e-?mail|message) (?:scanned|protected) by|scanned (?:by|for)\b)/i
export const isRule = (line: string): boolean => /^\s*[-_=*~#]{8,}\s*$/.test(line)

/** A report without such a footer, and the rule above it. */
export function withoutFooter(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, i) => i > 0 && FOOTER.test(line))
  if (at < 0) return text
  const above = lines.slice(0, at)
  while (above.length > 0 && (above.at(-1)!.trim() === '' || isRule(above.at(-1)!))) above.pop()
  return above.some((line) => line.includes('@')) ? above.join('\n') : text
}
