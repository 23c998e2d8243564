'use client'

import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu, MenuLabel, MenuLink } from '@/components/ui/menu'
import type { ShellProps } from './types'

interface Props extends Pick<ShellProps, 'workspace' | 'workspaces'> {
  trigger: ReactElement
}

/** The list of workspaces; loaded when the switcher is first used. */
export function WorkspaceMenu({ workspace, workspaces, trigger }: Props) {
  return (
    <Menu className="w-50" trigger={trigger} defaultOpen>
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
