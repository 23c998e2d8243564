'use client'

import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useTheme } from 'next-themes'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import type { ShellProps } from './types'

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
]

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

/** Who is signed in: own account, theme, keys, signing out. */
export function UserMenu({ workspace, user, signOut, onKeys }: Props) {
  const { theme, setTheme } = useTheme()
  return (
    <Menu
      className="w-50"
      trigger={
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
      }
    >
      <MenuLink href={`/w/${workspace.slug}/account`}>
        <UserRound strokeWidth={1.5} aria-hidden />
        Your account
      </MenuLink>
      <MenuItem onSelect={onKeys}>
        <Keyboard strokeWidth={1.5} aria-hidden />
        Keys
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      {themes.map(({ value, label, icon: Icon }) => (
        <MenuItem
          key={value}
          onSelect={() => setTheme(value)}
          aria-current={theme === value ? 'true' : undefined}
        >
          <Icon strokeWidth={1.5} aria-hidden />
          <span className="flex-1">{label}</span>
          {theme === value && <span className="text-12 text-muted">in use</span>}
        </MenuItem>
      ))}
      {signOut && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => void signOut()}>
            <LogOut strokeWidth={1.5} aria-hidden />
            Sign out
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
