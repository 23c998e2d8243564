import type { ReactNode } from 'react'

export interface ShellWorkspace {
  slug: string
  name: string
}

export interface ShellProps {
  workspace: ShellWorkspace
  /** Every workspace of this person, for the switcher. */
  workspaces: readonly ShellWorkspace[]
  user: { name: string; role: string }
  /** Figures beside the names in the sidebar, by nav id; may stream in. */
  counts?: Readonly<Record<string, ReactNode>>
  /** Ends the session. */
  signOut?: () => Promise<void>
}
