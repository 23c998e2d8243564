import {
  Activity,
  Ban,
  BookOpen,
  CornerUpRight,
  House,
  List,
  Mail,
  Settings2,
  SlidersHorizontal,
  Tags,
  Upload,
  Users,
  type LucideIcon,
} from 'lucide-react'

export interface NavEntry {
  id: string
  label: string
  icon: LucideIcon
  /** Below `/w/[workspace]`; empty for the overview. */
  path: string
  /** Second key after `g`. */
  key?: string
}

/** The pages of a workspace: one table for the sidebar, the palette and the keys. */
export const MAIN_NAV: readonly NavEntry[] = [
  { id: 'overview', label: 'Overview', icon: House, path: '', key: 'o' },
  { id: 'bounces', label: 'Bounces', icon: List, path: '/bounces', key: 'b' },
  { id: 'accounts', label: 'Sending accounts', icon: Mail, path: '/accounts', key: 'a' },
  { id: 'dne', label: 'Do Not Email', icon: Ban, path: '/dne', key: 'd' },
  { id: 'resubmit', label: 'Resubmit', icon: CornerUpRight, path: '/resubmit', key: 'r' },
  { id: 'review', label: 'To classify', icon: Tags, path: '/review', key: 'c' },
  { id: 'imports', label: 'Imports', icon: Upload, path: '/imports', key: 'i' },
  { id: 'guide', label: 'Guide', icon: BookOpen, path: '/guide', key: 'h' },
]

export const FOOT_NAV: readonly NavEntry[] = [
  { id: 'activity', label: 'Activity', icon: Activity, path: '/activity' },
  { id: 'rules', label: 'Rules', icon: SlidersHorizontal, path: '/rules' },
  { id: 'members', label: 'Members', icon: Users, path: '/members' },
  { id: 'settings', label: 'Settings', icon: Settings2, path: '/settings' },
]

/** The address of an entry in a workspace. */
export function navHref(slug: string, entry: NavEntry): string {
  return `/w/${slug}${entry.path}`
}
