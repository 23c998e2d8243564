import { categoryById, type CategoryId } from '@/lib/bounce/categories'
import { plural } from '@/lib/format'
import { BURST_CATEGORY } from './burst'
import { countsAgainst, DEFAULT_POLICY, type CategoryRule } from './policy'

export interface ContactFate {
  label: string
  text: string
}

/** What happens to a contact who bounces like this, in plain words that follow from the rule in force. */
export function contactFate(
  category: CategoryId,
  rule: CategoryRule = DEFAULT_POLICY.categories[category]!,
): ContactFate[] {
  const fates = [{ label: 'Do Not Email list', text: listText(category, rule) }]
  if (rule.list === 'at_once') {
    const again = `Listed when it bounces for good, or the ${ordinal(rule.after.bounces)} time${within(rule)}.`
    fates.push({
      label: 'If the reply is temporary',
      text: [rest(rule.holdDays), again].filter(Boolean).join(' '),
    })
    if (category === BURST_CATEGORY) {
      fates.push({
        label: 'If many bounce at once',
        text: 'A sudden wave at one mailbox provider may be its outage. It waits for your yes instead.',
      })
    }
  } else if (rule.holdDays.length > 0) fates.push({ label: 'After a bounce', text: rest(rule.holdDays) })
  if (categoryById(category).disposition === 'fix') {
    fates.push({
      label: 'Until you fix it',
      text: 'They wait. Mark it as fixed, and they can be sent to again.',
    })
  }
  if (!countsAgainst(category)) {
    fates.push({
      label: 'Their history',
      text: 'It does not count. It is about your account, not about them.',
    })
  }
  return fates
}

function listText(category: CategoryId, rule: CategoryRule): string {
  if (rule.list === 'at_once') return 'The address goes on it at once when the reply is permanent.'
  if (rule.list === 'suggest')
    return `Suggested at the ${ordinal(rule.after.bounces)} bounce${within(rule)}. You decide.`
  const own = categoryById(category).disposition === 'fix' || !countsAgainst(category)
  return own ? 'Never for this. It is not the contact’s fault.' : 'Never for this.'
}

function within({ after }: CategoryRule): string {
  return after.days === null ? '' : ` in ${plural(after.days, 'day')}`
}

function rest(days: readonly number[]): string {
  if (days.length === 0) return ''
  const [first, ...others] = days.map((each) => plural(each, 'day'))
  return `They rest ${[first, ...others].join(', then ')}, and can be sent to again.`
}

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}
