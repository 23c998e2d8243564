'use client'

import { Plus } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/labelled'
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
        <InputField
          label="Name"
          required
          hint="The tool behind it, such as Outreach"
          maxLength={60}
          value={name}
          onValue={setName}
        />
        <InputField
          label="Address"
          required
          error={wrong || undefined}
          type="url"
          placeholder="https://"
          value={url}
          onValue={(next) => {
            setUrl(next)
            setWrong('')
          }}
        />
      </Dialog>
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
