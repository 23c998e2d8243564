'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState, useTransition } from 'react'
import { CalendarTable } from '@/components/resubmit/calendar-table'
import { CountLines } from '@/components/resubmit/count-lines'
import { PaceFields } from '@/components/resubmit/pace-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { RadioCards } from '@/components/ui/radio-cards'
import { toast } from '@/components/ui/toast'
import { formatCount, formatDay, plural, zoneCity } from '@/lib/format'
import { newId } from '@/lib/id'
import { calendarOf, type Calendar } from '@/lib/resubmit/calendar'
import { DEFAULT_PACE, wholeDayPace, type Pace } from '@/lib/resubmit/pace'
import { LEFT_OUT, LEFT_OUT_ORDER, shortAccount } from '@/lib/resubmit/words'
import { MOST_CONTACTS, type BatchScope } from '@/lib/services/resubmit/batch-input'
import type { BatchPreview } from '@/lib/services/resubmit/preview-batch'
import { createBatchAction } from './actions'

export interface ComposerDestination {
  id: string
  name: string
  hint: string
}

interface Props {
  slug: string
  zone: string
  /** When the preview was made. */
  now: string
  scope: BatchScope
  preview: BatchPreview
  destinations: readonly ComposerDestination[]
  onMade?: () => void
}

const FILE = 'file'

/** Who goes, who is left out, how and how fast; makes the batch. */
export function Composer({ slug, zone, now, scope, preview, destinations, onMade }: Props) {
  const router = useRouter()
  const [pace, setPace] = useState<Pace>(DEFAULT_PACE)
  const [destination, setDestination] = useState(FILE)
  const [pending, start] = useTransition()
  const requestKey = useRequestKey()
  const calendar = useCalendar(preview, pace, destination === FILE, zone, now, requestKey.current)
  const make = () =>
    start(async () => {
      const destinationId = destination === FILE ? null : destination
      const made = await createBatchAction(slug, {
        requestKey: requestKey.current,
        name: '',
        scope,
        pace,
        destinationId,
      })
      if (!made.ok) return void toast(made.error.message, { kind: 'failed' })
      requestKey.renew()
      toast(`Batch of ${plural(made.value.count, 'contact')} made`)
      onMade?.()
      router.push(`/w/${slug}/resubmit/batches/${made.value.id}`)
    })
  return (
    <div className="grid gap-4">
      <Preview preview={preview} />
      {preview.go === 0 ? (
        <p className="text-13 text-muted">Nobody of these can be resubmitted now.</p>
      ) : preview.go > MOST_CONTACTS ? (
        <p className="text-13 text-muted">
          A batch takes {formatCount(MOST_CONTACTS)} contacts. Choose fewer: one category, account or campaign
          at a time.
        </p>
      ) : (
        <>
          <RadioCards
            legend="Hand over as"
            name={`destination-${scope.kind}`}
            value={destination}
            onValueChange={setDestination}
            options={[
              { value: FILE, label: 'File', hint: 'CSV of the due part' },
              ...destinations.map(({ id, name, hint }) => ({
                value: id,
                label: name,
                hint: hint || 'Webhook',
              })),
            ]}
          />
          {destinations.length === 0 && (
            <p className="-mt-2 text-12 text-muted">
              Or by webhook:{' '}
              <Link href={`/w/${slug}/resubmit/destinations`} className="link underline">
                add a destination
              </Link>
              .
            </p>
          )}
          <PaceFields pace={pace} city={zoneCity(zone)} onChange={setPace} file={destination === FILE} />
          <CalendarPart calendar={calendar} />
          <Button
            variant="primary"
            size="lg"
            pending={pending}
            disabled={calendar.left > 0}
            onClick={make}
            className="w-full"
          >
            Resubmit {plural(preview.go, 'contact')}
          </Button>
        </>
      )}
    </div>
  )
}

/** One key for each form shown: a second click is the same request. Made in the browser, after the first paint. */
function useRequestKey() {
  const [current, set] = useState('')
  useEffect(() => set(newId()), [])
  return { current, renew: () => set(newId()) }
}

function useCalendar(
  preview: BatchPreview,
  pace: Pace,
  file: boolean,
  zone: string,
  now: string,
  seed: string,
): Calendar {
  return useMemo(() => {
    const taken = new Map(preview.taken.map(({ account, day, count }) => [`${day} ${account}`, count]))
    return calendarOf({
      accounts: new Map(preview.accounts.map(({ account, contacts }) => [account, contacts])),
      pace: file ? wholeDayPace(pace) : pace,
      zone,
      now: new Date(now),
      seed,
      taken: (account, day) => taken.get(`${day} ${account}`) ?? 0,
    })
  }, [preview, pace, file, zone, now, seed])
}

function Preview({ preview }: { preview: BatchPreview }) {
  const leftOut = preview.leftOut.toSorted(
    (a, b) => LEFT_OUT_ORDER.indexOf(a.why) - LEFT_OUT_ORDER.indexOf(b.why),
  )
  return (
    <div aria-live="polite">
      <CountLines
        lines={[
          { key: 'go', label: 'Go', count: preview.go, strong: true },
          ...leftOut.map(({ why, contacts }) => ({
            key: why,
            label: `Left out: ${LEFT_OUT[why]}`,
            count: contacts,
            strong: false,
          })),
        ]}
      />
    </div>
  )
}

function CalendarPart({ calendar: { weeks, last, slowest, left } }: { calendar: Calendar }) {
  if (left > 0)
    return <Notice kind="warning">At this pace it would take more than a year. Allow more a day.</Notice>
  if (!last) return null
  const shown = weeks.slice(0, 6)
  return (
    <div>
      <CalendarTable
        weeks={shown}
        caption={`The calendar this gives: last hand-over ${formatDay(last, 'weekday')}`}
      />
      {weeks.length > shown.length && (
        <p className="mt-1 text-12 text-muted">And {plural(weeks.length - shown.length, 'more week')}.</p>
      )}
      {slowest && (
        <p className="mt-2 text-12 text-muted">
          {slowest.account === '' ? 'The unknown account' : shortAccount(slowest.account)} takes longest with{' '}
          {plural(slowest.contacts, 'contact')}. At {slowest.perDay} a day it ends{' '}
          {formatDay(slowest.ends, 'weekday')}.
        </p>
      )}
    </div>
  )
}
