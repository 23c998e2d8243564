'use client'

import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useTheme } from 'next-themes'
import type { ReactElement } from 'react'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import type { ShellProps } from './types'

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
]

interface Props extends Pick<ShellProps, 'workspace' | 'signOut'> {
  onKeys: () => void
  trigger: ReactElement
}

/** Own account, theme, keys, signing out; loaded when its button is first used. */
export function UserMenu({ workspace, signOut, onKeys, trigger }: Props) {
  const { theme, setTheme } = useTheme()
  return (
    <Menu className="w-50" trigger={trigger} defaultOpen>
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
