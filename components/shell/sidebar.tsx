'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { FOOT_NAV, MAIN_NAV, navHref, type NavEntry } from './nav'
import type { ShellProps } from './types'
import { useModifierName } from './use-modifier-name'
import { UserButton } from './user-button'
import { WorkspaceSwitcher } from './workspace-switcher'

interface Props extends ShellProps {
  onFind: () => void
  onKeys: () => void
}

/** The column at the left: where one is, where one can go, who one is. */
export function Sidebar({ onFind, onKeys, ...shell }: Props) {
  const { workspace, counts } = shell
  const path = usePathname()
  const modifier = useModifierName()
  const link = (entry: NavEntry) => (
    <NavLink key={entry.id} entry={entry} slug={workspace.slug} path={path} count={counts?.[entry.id]} />
  )
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <WorkspaceSwitcher workspace={workspace} workspaces={shell.workspaces} />
        <button
          type="button"
          onClick={onFind}
          className="flex h-8 w-full items-center gap-2 rounded-md border border-border-control bg-canvas px-2 text-left text-13 text-muted hover:bg-hover"
        >
          <Search className="size-4" strokeWidth={1.5} aria-hidden />
          <span className="min-w-0 flex-1 truncate">Search or go to</span>
          <Kbd aria-hidden>{modifier}K</Kbd>
        </button>
      </div>
      <nav aria-label="Main">
        <ul>{MAIN_NAV.map(link)}</ul>
      </nav>
      <div className="mt-auto border-t border-border pt-2">
        <nav aria-label="Workspace">
          <ul>{FOOT_NAV.map(link)}</ul>
        </nav>
        <UserButton workspace={workspace} user={shell.user} signOut={shell.signOut} onKeys={onKeys} />
      </div>
    </div>
  )
}

interface LinkProps {
  entry: NavEntry
  slug: string
  path: string
  count?: ReactNode
}

function NavLink({ entry, slug, path, count }: LinkProps) {
  const href = navHref(slug, entry)
  const current = entry.path === '' ? path === href : path === href || path.startsWith(`${href}/`)
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={current ? 'page' : undefined}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-13 font-medium text-muted hover:bg-text/7 hover:text-text aria-[current]:bg-text/7 aria-[current]:text-text"
      >
        <entry.icon className="size-4 shrink-0" strokeWidth={1.5} aria-hidden />
        <span className="min-w-0 flex-1 truncate">{entry.label}</span>
        {count !== undefined && <span className="text-12 font-normal text-muted">{count}</span>}
      </Link>
    </li>
  )
}
