'use client'

import { useEffect, useRef, type ComponentProps } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<'input'>, 'type' | 'ref'> & {
  /** Some of what it stands for, not all. */ mixed?: boolean
}

/** A check box; wrap it in a label, or give it an `aria-label`. */
export function Checkbox({ mixed = false, className, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <input
      ref={box}
      type="checkbox"
      className={cn(
        'size-4 shrink-0 appearance-none rounded-sm border border-border-strong bg-canvas bg-center bg-no-repeat',
        'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
        'inline-grid place-items-center align-middle text-canvas',
        "checked:after:h-1 checked:after:w-2 checked:after:-translate-y-px checked:after:-rotate-45 checked:after:border-b-[1.5px] checked:after:border-l-[1.5px] checked:after:border-canvas checked:after:content-['']",
        "indeterminate:after:h-0 indeterminate:after:w-2 indeterminate:after:translate-y-0 indeterminate:after:rotate-0 indeterminate:after:border-b-0 indeterminate:after:border-l-0 indeterminate:after:border-t-[1.5px] indeterminate:after:border-canvas indeterminate:after:content-['']",
        'forced-colors:appearance-auto disabled:opacity-50',
        className,
      )}
      {...rest}
    />
  )
}
