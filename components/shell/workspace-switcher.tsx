'use client'

import { ChevronsUpDown } from 'lucide-react'
import { lazy } from 'react'
import { OnFirstUse } from '@/components/ui/on-first-use'
import { Logo } from './logo'
import type { ShellProps } from './types'

const load = () => import('./workspace-menu').then((m) => ({ default: m.WorkspaceMenu }))
const WorkspaceMenu = lazy(load)

/** The workspace one is in, and the way to another. */
export function WorkspaceSwitcher({ workspace, workspaces }: Pick<ShellProps, 'workspace' | 'workspaces'>) {
  const button = (
    <button
      type="button"
      aria-label={`Workspace ${workspace.name}, switch`}
      className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-left font-semibold hover:bg-text/7"
    >
      <Logo />
      <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
      <ChevronsUpDown className="size-4 text-muted" strokeWidth={1.5} aria-hidden />
    </button>
  )
  return (
    <OnFirstUse trigger={button} popup="menu" preload={load}>
      <WorkspaceMenu workspace={workspace} workspaces={workspaces} trigger={button} />
    </OnFirstUse>
  )
}
