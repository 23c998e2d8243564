import { isNarrow } from '@/components/dne/dne-params'
import { formatCount, plural } from '@/lib/format'
import type { Counted, List } from '../list'

const more = ({ count, exact }: Counted) => `${formatCount(count)}${exact ? '' : ' or more'}`

/** How many entries match, of how many. */
export async function TitleCount({ list }: { list: Pick<List, 'filter' | 'matching' | 'total'> }) {
  const [matching, total] = await Promise.all([list.matching, list.total])
  return isNarrow(list.filter)
    ? `${more(matching)} of ${formatCount(total)}`
    : plural(total, 'entry', 'entries')
}

interface PositionProps {
  matching: Promise<Counted>
  offset: number
  shown: number
}

/** `1–50 of 273`. */
export async function Position({ matching, offset, shown }: PositionProps) {
  const counted = await matching
  return `${formatCount(offset + 1)}–${formatCount(offset + shown)} of ${more(counted)}`
}
