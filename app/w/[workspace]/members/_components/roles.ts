import type { Role } from '@/lib/services/context'

/** The roles with what each may do, in the words of the page. */
export const ROLE_OPTIONS: { value: Role; label: string; hint: string }[] = [
  { value: 'viewer', label: 'Viewer', hint: 'Sees everything, changes nothing.' },
  { value: 'operator', label: 'Operator', hint: 'Also imports, reclassifies and exports.' },
  { value: 'admin', label: 'Admin', hint: 'Also manages members and settings.' },
]

/** `Operator`. */
export function roleLabel(role: Role): string {
  return ROLE_OPTIONS.find((option) => option.value === role)?.label ?? role
}
