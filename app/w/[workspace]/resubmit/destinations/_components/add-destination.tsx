'use client'

import { Plus } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { addDestinationAction } from '../../actions'
import { SecretDialog } from './secret-dialog'

/** Adds a webhook; its secret is shown once. */
export function AddDestination({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const add = () =>
    start(async () => {
      const result = await addDestinationAction(slug, { name, url })
      if (!result.ok) return setWrong(result.error.message)
      setOpen(false)
      setName('')
      setUrl('')
      setWrong('')
      setSecret(result.value.secret)
    })
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Add a webhook"
        description="Rebound posts one contact at a time to this address."
        trigger={
          <Button variant="primary">
            <Plus aria-hidden strokeWidth={1.5} />
            Add a webhook
          </Button>
        }
        actions={
          <Button variant="primary" pending={pending} disabled={!name.trim() || !url.trim()} onClick={add}>
            Add
          </Button>
        }
      >
        <Field label="Name" required hint="The tool behind it, such as Outreach">
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Address" required error={wrong || undefined}>
          {(control) => (
            <Input
              {...control}
              type="url"
              placeholder="https://"
              value={url}
              onChange={(event) => {
                setUrl(event.target.value)
                setWrong('')
              }}
            />
          )}
        </Field>
      </Dialog>
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
