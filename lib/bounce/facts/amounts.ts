const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|secs|seconds?|sekunden?|secondes?|segundos?|secondi|секунд\p{L}*|秒)$/u, 1],
  [/^(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minuty?|минут\p{L}*|分钟|分)$/u, 60],
  [/^(?:h|hr|hrs|hours?|stunden?|heures?|horas?|ore|ora|godzin\p{L}*|час\p{L}*|小时|時間)$/u, 3600],
  [/^(?:d|days?|tagen?|tage|jours?|d[ií]as?|giorni|dni|дн\p{L}*|天|日)$/u, 86_400],
]
const UNIT = String.raw`([a-zíäöüéè]{1,9}|[а-я]{2,8}|秒|分钟|分|小时|時間|天|日)`
const LEAD =
  '(?:try again|try later|retry|come back|wait|resend|later|greylist(?:ed|ing)?|graylist(?:ed|ing)?|deferred|throttled|limited|blocked|banned|erneut|nochmals?|réessayer|reintent\\p{L}*|riprova\\p{L}*|повторите|попробуйте|重试)'
const AMOUNT = new RegExp(
  String.raw`${LEAD}(?!\p{L})[^\d.;]{0,40}?(?:in|after|for|within|at least|dans|après|en|tra|fra|через|nach)?\s*\(?(\d{1,6})[ -]?${UNIT}(?![a-zа-я])`,
  'u',
)
const CLOCK = new RegExp(String.raw`${LEAD}[^\d]{0,30}(\d{1,2}):(\d\d):(\d\d)\b`, 'u')
const HEADER = /retry[- ]after[:= ]+(\d{1,6})\b(?!\s*[a-z])/

/** Seconds after which the server wants the next try, where it says so; up to 30 days. */
export function retryAfterIn(said: string): number | null {
  const text = said.toLowerCase()
  const clock = CLOCK.exec(text)
  if (clock) return sane(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]))
  const header = HEADER.exec(text)
  if (header) return sane(Number(header[1]))
  const amount = AMOUNT.exec(text)
  const unit = SECONDS.find(([words]) => words.test(amount?.[2] ?? ''))
  return amount && unit ? sane(Number(amount[1]) * unit[1]) : null
}

const sane = (seconds: number): number | null => (seconds > 0 && seconds <= 30 * 86_400 ? seconds : null)

const BYTES: Record<string, number> = { '': 1, k: 1e3, m: 1e6, g: 1e9 }
const LIMIT = [
  /(?:maximum|max\.?|limit(?:ed)?|allowed|exceeds?|larger than|over|grö(?:ß|ss)er als|limite|maximale?|taille)[^\d]{0,50}?(\d[\d.,]{0,14})\s?([kmg]i?)?(?:b\b|bytes?\b|o\b|\b)/,
  /(\d[\d.,]{0,14})\s?([kmg]i?)(?:b|bytes?|o)?\b[^\d]{0,20}(?:limit|maximum)/,
]

/** Bytes that a message may have, where the server says so; between 10 kB and 2 GB. */
export function sizeLimitIn(said: string): number | null {
  // Codes and our own size are no limits.
  const text = said
    .toLowerCase()
    .replace(/(?<![\d.,])[245]\d\d[ -](?=[245]\.|[a-z])|\b[245]\.\d{1,3}\.\d{1,3}\b/g, ' ')
    .replace(
      /(?:message |mail |actual |your )?size (?:of |is |was |: ?|\(|= ?)?\(?\d+\)?(?: bytes)?(?= .{0,40}\b(?:exceed|larger|over|limit))/g,
      ' ',
    )
  for (const pattern of LIMIT) {
    const match = pattern.exec(text)
    if (!match) continue
    const bytes = Math.round(numberOf(match[1]!) * (BYTES[(match[2] ?? '').charAt(0)] ?? 1))
    if (bytes >= 10 * 1024 && bytes <= 2 * 1024 ** 3) return bytes
  }
  return null
}

/** `10,485,760` and `10.5`: separators of thousands go, a decimal point stays. */
function numberOf(text: string): number {
  const whole = text.replace(/[.,](?=\d{3}(?:\D|$))/g, '')
  return Number(whole.replace(',', '.').replace(/[.,]+$/, ''))
}
