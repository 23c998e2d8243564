import type { CategoryRule } from './policy'
import { plural } from '@/lib/format'

/** What a rule does, in plain words. */
export function ruleInWords({ list, after, holdDays }: CategoryRule, waitsForFix: boolean): string {
  const often = `the ${ordinal(after.bounces)} time${after.days === null ? '' : ` in ${plural(after.days, 'day')}`}`
  const rest = restInWords(holdDays)
  if (list === 'at_once') {
    return `A permanent reply lists the address at once. A temporary one ${rest ?? 'does nothing'}; it is listed when it comes ${often}.`
  }
  const first = rest
    ? `The contact ${rest}.`
    : waitsForFix
      ? 'The contact waits for a fix on your side.'
      : 'The contact is not put to rest.'
  if (list === 'suggest') return `${first} ${capital(often)}, it is suggested for the list.`
  return `${first} Never listed for this.`
}

function restInWords(days: readonly number[]): string | null {
  if (days.length === 0) return null
  const [first, ...more] = days.map((each) => plural(each, 'day'))
  return `rests ${[first, ...more].join(', then ')}`
}

function ordinal(n: number): string {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Reads `3, 14` as days of rest; null where it is nothing of the kind. */
export function parseDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const days = parts.map(Number)
  const fine = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 365)
  return fine && days.length <= 5 ? days : null
}
