/** The part of the URL that names a workspace: lower-case letters, digits and hyphens, at most 40. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 40)
  return slug.replace(/^-|-$/g, '') || 'workspace'
}
