import type { ReactNode } from 'react'

/** Facts of a file side by side, in a hairline box. */
export function Facts({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="mt-4 grid grid-cols-2 overflow-hidden rounded-lg border border-border sm:grid-cols-3 lg:flex">
      {items.map((item) => (
        <div
          key={item.term}
          className="-mt-px -ml-px min-w-0 flex-auto border-t border-l border-border px-4 py-2.5"
        >
          <dt className="text-12 text-muted">{item.term}</dt>
          <dd className="text-13 font-medium wrap-anywhere lg:truncate">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
