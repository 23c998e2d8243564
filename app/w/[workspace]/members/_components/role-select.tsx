'use client'

import { useState, useTransition } from 'react'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/input'
import { toast } from '@/components/ui/toast-store'
import type { Role } from '@/lib/services/context'
import { changeRoleAction } from '../actions'
import { ROLE_OPTIONS, roleLabel } from './roles'

interface Props {
  slug: string
  userId: string
  name: string
  role: Role
  isSelf: boolean
}

/** Changes a member's role at once, with undo; giving up one's own admin role is asked about first. */
export function RoleSelect({ slug, userId, name, role, isSelf }: Props) {
  const [pending, start] = useTransition()
  const [asked, setAsked] = useState<Role | null>(null)
  const change = (next: Role, back: Role | null) =>
    start(async () => {
      const result = await changeRoleAction(slug, { userId, role: next })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const undo = back && !isSelf ? () => change(back, null) : undefined
      toast(`${name} is ${next === 'viewer' ? 'a' : 'an'} ${next} now.`, { undo })
    })
  return (
    <>
      <Select
        aria-label={`Role of ${name}`}
        className="w-32"
        value={asked ?? role}
        disabled={pending}
        onChange={(event) => {
          const next = event.target.value as Role
          if (isSelf) setAsked(next)
          else change(next, role)
        }}
      >
        {ROLE_OPTIONS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <ConfirmDialog
        title="Give up your admin role?"
        description={`You become ${asked === 'viewer' ? 'a' : 'an'} ${asked && roleLabel(asked).toLowerCase()} at once. Only another admin can change it back.`}
        confirm="Change my role"
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        pending={pending}
        onConfirm={() => {
          if (asked) change(asked, null)
          setAsked(null)
        }}
      />
    </>
  )
}
