/** Where the unreadable rows of an import are downloaded as a CSV to repair. */
export function rejectsHref(slug: string, importId: string): string {
  return `/api/w/${slug}/imports/${importId}/rejects`
}

export function RejectsLink({ slug, importId }: { slug: string; importId: string }) {
  return (
    <a href={rejectsHref(slug, importId)} download className="link">
      download
    </a>
  )
}
