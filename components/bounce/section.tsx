import { useId, type ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** In the title's line, after it. */
  beside?: ReactNode
  children: ReactNode
}

/** A part of the drawer, below a hairline. */
export function DrawerSection({ title, beside, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-b border-border px-4 py-4 last:border-b-0 xl:px-6">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 id={id} className="min-w-0 text-13 font-semibold">
          {title}
        </h3>
        {beside}
      </div>
      {children}
    </section>
  )
}
