/** First letters that name a month in English, German, French, Spanish, Italian, Portuguese or Dutch. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
]

const BY_START = new Map(NAMES.flatMap((starts, i) => starts.map((start) => [start, i + 1] as const)))

/** Number of the month (1–12) that a name or its abbreviation means, or null. */
export function monthOf(name: string): number | null {
  const lower = name.toLowerCase()
  return BY_START.get(lower.slice(0, 4)) ?? BY_START.get(lower.slice(0, 3)) ?? null
}
