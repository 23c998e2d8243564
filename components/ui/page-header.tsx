import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** One muted line below the title. */
  description?: ReactNode
  /** Muted text beside the title, such as a count. */
  aside?: ReactNode
  actions?: ReactNode
}

/** The head of a page: its one h1 and its actions. */
export function PageHeader({ title, description, aside, actions }: Props) {
  return (
    <header className="flex min-h-8 flex-wrap items-start gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="min-w-0 text-20 font-semibold wrap-anywhere">{title}</h1>
          {aside && <span className="text-14 text-muted">{aside}</span>}
        </div>
        {description && <p className="mt-0.5 text-14 text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
