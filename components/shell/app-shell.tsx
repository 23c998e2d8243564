'use client'

import dynamic from 'next/dynamic'
import { usePathname, useRouter } from 'next/navigation'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { IconButton } from '@/components/ui/button'
import { Logo } from './logo'
import { MAIN_NAV, navHref } from './nav'
import { useShortcuts } from './shortcuts'
import { Sidebar } from './sidebar'
import type { ShellProps } from './types'

const Palette = dynamic(() => import('./palette').then((m) => m.Palette), { ssr: false })
const NavSheet = dynamic(() => import('./nav-sheet').then((m) => m.NavSheet), { ssr: false })
const KeySheet = dynamic(() => import('./key-sheet').then((m) => m.KeySheet), { ssr: false })

type Overlay = 'palette' | 'keys' | 'menu' | null

/** Focuses the page's own search line; false where it has none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  return Boolean(field)
}

/** The frame of every page in a workspace: sidebar or top bar, palette, keys. */
export function AppShell({ children, ...shell }: ShellProps & { children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay>(null)
  const router = useRouter()
  const path = usePathname()
  const toggle = (kind: Overlay) => (open: boolean) => setOverlay(open ? kind : null)
  useEffect(() => setOverlay(null), [path])
  useModifierK(() => setOverlay((now) => (now === 'palette' ? null : 'palette')))
  useShortcuts({
    ...Object.fromEntries(
      MAIN_NAV.filter((entry) => entry.key).map((entry) => [
        `g ${entry.key}`,
        () => router.push(navHref(shell.workspace.slug, entry)),
      ]),
    ),
    '/': () => {
      if (!focusSearch()) setOverlay('palette')
    },
    '?': () => setOverlay('keys'),
  })
  const sidebar = (
    <Sidebar {...shell} onFind={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
  )
  return (
    <>
      <header
        data-print="hide"
        className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-border bg-surface pr-3 pl-4 font-semibold md:hidden"
      >
        <Logo />
        <span className="min-w-0 flex-1 truncate">{shell.workspace.name}</span>
        <IconButton label="Search" size="icon" onClick={() => setOverlay('palette')}>
          <Search strokeWidth={1.5} aria-hidden />
        </IconButton>
        <IconButton
          label="Menu"
          size="icon"
          aria-haspopup="dialog"
          aria-expanded={overlay === 'menu'}
          onClick={() => setOverlay('menu')}
        >
          <MenuIcon strokeWidth={1.5} aria-hidden />
        </IconButton>
      </header>
      <div className="mx-auto max-w-[1440px] md:grid md:min-h-dvh md:grid-cols-[224px_minmax(0,1fr)]">
        <div data-print="hide" className="hidden border-r border-border bg-surface md:block">
          <div className="sticky top-0 h-dvh overflow-y-auto">{sidebar}</div>
        </div>
        {children}
      </div>
      {overlay === 'menu' && <NavSheet onOpenChange={toggle('menu')}>{sidebar}</NavSheet>}
      {overlay === 'palette' && <Palette slug={shell.workspace.slug} open onOpenChange={toggle('palette')} />}
      {overlay === 'keys' && <KeySheet open onOpenChange={toggle('keys')} />}
    </>
  )
}

function useModifierK(act: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [act])
}
