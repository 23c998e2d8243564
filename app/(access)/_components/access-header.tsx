import type { ReactNode } from 'react'

/** The heading of a form page and one line below it. */
export function AccessHeader({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="mb-6 grid gap-1">
      <h1 className="text-24 font-semibold">{title}</h1>
      <p className="text-14 text-muted">{children}</p>
    </header>
  )
}
