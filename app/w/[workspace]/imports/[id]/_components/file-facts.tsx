import { dayOf } from '@/lib/analytics/day'
import { formatBytes, formatCount, formatDayRange, plural } from '@/lib/format'
import type { ImportCounts } from '@/lib/ingest/counts'
import type { ImportDetails } from '@/lib/services/imports/views'
import { Facts } from './facts'
import { readWords } from './read-words'

/** The facts of a file that has been read to its end. */
export function FileFacts({ details, timeZone }: { details: ImportDetails; timeZone: string }) {
  const { counts, fileName, size, formatLabel, settings } = details
  return (
    <Facts
      items={[
        { term: 'File', value: fileName },
        { term: 'Size', value: formatBytes(size) },
        ...(counts ? [{ term: 'Read', value: readWords(counts, settings.format) }] : []),
        { term: 'Format', value: formatLabel },
        ...(counts ? readFacts(counts, timeZone) : []),
      ]}
    />
  )
}

function readFacts(counts: ImportCounts, timeZone: string) {
  const { firstAt, lastAt, byAccount } = counts
  if (firstAt === null || lastAt === null) return []
  const day = (seconds: number) => dayOf(new Date(seconds * 1000), timeZone)
  const named = byAccount.filter((each) => each.account !== '')
  const seen = named.filter((each) => each.seenBefore).length
  return [
    { term: 'Bounced between', value: formatDayRange(day(firstAt), day(lastAt)) },
    {
      term: 'Accounts found',
      value:
        seen === 0
          ? plural(named.length, 'new account')
          : `${formatCount(seen)} of ${formatCount(named.length)} known`,
    },
  ]
}
