'use client'

import { lazy } from 'react'
import { OnFirstUse } from '@/components/ui/on-first-use'
import type { ShellProps } from './types'

const load = () => import('./user-menu').then((m) => ({ default: m.UserMenu }))
const UserMenu = lazy(load)

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

interface Props extends Pick<ShellProps, 'workspace' | 'user' | 'signOut'> {
  onKeys: () => void
}

/** Who is signed in, and the menu of what is theirs. */
export function UserButton({ user, ...menu }: Props) {
  const button = (
    <button
      type="button"
      className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-13 font-medium text-muted hover:bg-text/7 hover:text-text"
    >
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-full bg-solid text-[10px] leading-none font-semibold text-on-solid"
      >
        {initials(user.name)}
      </span>
      <span className="min-w-0 flex-1 truncate text-left">{user.name}</span>
      <span className="text-12 font-normal capitalize">{user.role}</span>
    </button>
  )
  return (
    <OnFirstUse trigger={button} popup="menu" preload={load}>
      <UserMenu {...menu} trigger={button} />
    </OnFirstUse>
  )
}
