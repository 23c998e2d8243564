/** The first admin and workspace, made through the set-up page before any other test. */
export const ADMIN = {
  name: 'Ann Lee',
  email: 'ann@acme.example',
  password: 'correct horse battery staple',
} as const
export const WORKSPACE = { name: 'Acme', slug: 'acme' } as const

/** Cookies of the signed-in admin. */
export const ADMIN_STATE = 'test-results/state/admin.json'
