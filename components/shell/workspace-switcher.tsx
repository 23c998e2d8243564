'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { Menu, MenuLabel, MenuLink } from '@/components/ui/menu'
import { Logo } from './logo'
import type { ShellProps } from './types'

/** The workspace one is in, and the way to another. */
export function WorkspaceSwitcher({ workspace, workspaces }: Pick<ShellProps, 'workspace' | 'workspaces'>) {
  return (
    <Menu
      className="w-50"
      trigger={
        <button
          type="button"
          aria-label={`Workspace ${workspace.name}, switch`}
          className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-left font-semibold hover:bg-text/7"
        >
          <Logo />
          <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
          <ChevronsUpDown className="size-4 text-muted" strokeWidth={1.5} aria-hidden />
        </button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      {workspaces.map((known) => (
        <MenuLink
          key={known.slug}
          href={`/w/${known.slug}`}
          aria-current={known.slug === workspace.slug ? 'true' : undefined}
        >
          <span className="min-w-0 flex-1 truncate">{known.name}</span>
          {known.slug === workspace.slug && <Check strokeWidth={1.5} aria-hidden />}
        </MenuLink>
      ))}
    </Menu>
  )
}
