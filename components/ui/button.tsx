import Link from 'next/link'
import { cva, type VariantProps } from 'class-variance-authority'
import { Loader2 } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

const styles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border text-13 font-medium whitespace-nowrap transition-opacity select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        default: 'border-border-control bg-canvas text-text hover:bg-hover',
        primary: 'border-solid bg-solid text-on-solid hover:opacity-85',
        quiet: 'border-transparent text-muted hover:bg-hover hover:text-text',
        link: 'border-transparent text-accent hover:bg-hover',
        danger: 'border-border-control bg-canvas text-on-critical hover:bg-critical',
      },
      size: {
        sm: 'h-7 px-2 [&_svg]:size-3.5',
        md: 'h-8 px-3',
        lg: 'h-9 px-4',
        icon: 'size-8',
        'icon-sm': 'size-7',
      },
    },
    defaultVariants: { variant: 'default', size: 'md' },
  },
)

export type ButtonStyle = VariantProps<typeof styles>

/** Class names of a button, for links and labels that look like one. */
export function buttonClass(style: ButtonStyle = {}, className?: string): string {
  return cn(styles(style), className)
}

type ButtonProps = ComponentProps<'button'> &
  ButtonStyle & { /** Shows work in progress and ignores clicks. */ pending?: boolean }

/** A button; `type` is `button` unless said otherwise. */
export function Button({
  variant,
  size,
  pending,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ variant, size }, className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {pending && <Loader2 className="animate-spin" aria-hidden />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonStyle) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />
}

type IconButtonProps = Omit<ButtonProps, 'size' | 'aria-label' | 'children'> & {
  label: string
  size?: 'icon' | 'icon-sm'
  children: ReactNode
}

/** A button with an icon only; `label` is its name and its tooltip. */
export function IconButton({
  label,
  size = 'icon-sm',
  variant = 'quiet',
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Button variant={variant} size={size} aria-label={label} title={label} {...rest}>
      {children}
    </Button>
  )
}
