'use client'

import { useState, useTransition } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { changeDestinationAction, rotateSecretAction, testDestinationAction } from '../../actions'
import { SecretDialog } from './secret-dialog'

interface Props {
  slug: string
  admin: boolean
  mayTest: boolean
  destination: {
    id: string
    name: string
    url: string
    on: boolean
    gone: boolean
    lastOk: string | null
    lastFailed: string | null
    lastFailure: string
    waitsUntil: string | null
    bothUntil: string | null
  }
}

const ASKED = {
  rotate: {
    title: 'Make a new signing secret?',
    text: 'For 24 hours messages carry both signatures, so that you can change it at the receiver without losing any.',
    confirm: 'Make a new secret',
  },
  remove: {
    title: 'Remove this destination?',
    text: 'Its log stays. Batches already handed over keep their outcomes.',
    confirm: 'Remove it',
  },
} as const

/** A webhook with how it fares and what can be done. */
export function DestinationItem({ slug, admin, mayTest, destination }: Props) {
  const { id, name, url, on } = destination
  const [asking, setAsking] = useState<keyof typeof ASKED | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const change = (act: 'on' | 'off' | 'remove') =>
    start(async () => {
      const result = await changeDestinationAction(slug, { id, act })
      setAsking(null)
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  const rotate = () =>
    start(async () => {
      const result = await rotateSecretAction(slug, { id })
      setAsking(null)
      if (result.ok) setSecret(result.value.secret)
      else toast(result.error.message, { kind: 'failed' })
    })
  const test = () =>
    start(async () => {
      const result = await testDestinationAction(slug, { id })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { ok, status, failure, milliseconds } = result.value
      if (ok) toast(`It answered ${status} in ${milliseconds} ms`)
      else toast(failure, { kind: 'failed' })
    })
  const dialog = asking ? ASKED[asking] : ASKED.rotate
  return (
    <li className="grid gap-2 border-t border-border px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="flex flex-wrap items-center gap-2 text-13 font-semibold">
            {name} {!on && <Badge tone="warning">Off</Badge>}
          </h3>
          <p className="font-mono text-12 wrap-anywhere text-muted">{url}</p>
          <p className="mt-1 text-12 text-muted">{fares(destination)}</p>
        </div>
        <div className="flex flex-wrap gap-1">
          {mayTest && (
            <Button size="sm" pending={pending} aria-label={`Test ${name}`} onClick={test}>
              Test
            </Button>
          )}
          {admin && (
            <>
              <Button
                size="sm"
                variant="quiet"
                pending={pending}
                aria-label={`Switch ${name} ${on ? 'off' : 'on'}`}
                onClick={() => change(on ? 'off' : 'on')}
              >
                {on ? 'Switch off' : 'Switch on'}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`New secret for ${name}`}
                onClick={() => setAsking('rotate')}
              >
                New secret
              </Button>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Remove ${name}`}
                onClick={() => setAsking('remove')}
              >
                Remove
              </Button>
            </>
          )}
        </div>
      </div>
      {destination.gone && (
        <Notice kind="warning">
          The receiver answered 410: it is gone. Batches wait until you switch it on again.
        </Notice>
      )}
      <ConfirmDialog
        title={dialog.title}
        description={dialog.text}
        confirm={dialog.confirm}
        pending={pending}
        onConfirm={() => (asking === 'remove' ? change('remove') : rotate())}
        open={asking !== null}
        onOpenChange={(open) => open || setAsking(null)}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </li>
  )
}

function fares({ lastOk, lastFailed, lastFailure, waitsUntil, bothUntil }: Props['destination']): string {
  const parts = [
    lastOk ? `Last ok ${lastOk}` : 'Nothing sent yet',
    lastFailed && `last failed ${lastFailed}: ${lastFailure}`,
    waitsUntil && `asked us to wait until ${waitsUntil}`,
    bothUntil && `old secret signs too until ${bothUntil}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
