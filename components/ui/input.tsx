import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const box =
  'w-full min-w-0 rounded-md border border-border-strong bg-canvas text-13 text-text aria-invalid:border-on-critical disabled:opacity-60'

/** A line of text. */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={cn(box, 'h-8 px-2', className)} {...rest} />
}

/** Several lines of text; `mono` for raw replies. */
export function Textarea({ className, mono, ...rest }: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      className={cn(box, 'block resize-y p-2', mono && 'font-mono text-12 leading-5', className)}
      {...rest}
    />
  )
}

const arrow = `bg-[url("data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2012%2012'%20fill='none'%20stroke='%23808080'%20stroke-width='1.5'%20stroke-linecap='round'%20stroke-linejoin='round'%3E%3Cpath%20d='m3%204.5%203%203%203-3'/%3E%3C/svg%3E")] bg-[length:12px] bg-[position:right_8px_center] bg-no-repeat`

/** The browser's own list of choices in our skin. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <select className={cn(box, arrow, 'h-8 appearance-none pr-7 pl-2 text-ellipsis', className)} {...rest} />
  )
}

/** A search line with its glass; give it an `aria-label` or a label. */
export function SearchInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <span className={cn('relative block', className)}>
      <Search
        className="pointer-events-none absolute top-2 left-2 size-4 text-muted"
        strokeWidth={1.5}
        aria-hidden
      />
      <Input
        type="search"
        className="pl-8 [&::-webkit-search-cancel-button]:hidden"
        autoComplete="off"
        {...rest}
      />
    </span>
  )
}
