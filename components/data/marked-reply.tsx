import { cn } from '@/components/ui/cn'

interface Props {
  text: string
  /** The span that decided; empty where a code decided that is not in the text. */
  evidence?: { start: number; end: number } | null
  className?: string
}

/** A server's full reply with the deciding words marked. */
export function MarkedReply({ text, evidence, className }: Props) {
  const { start, end } = evidence ?? { start: 0, end: 0 }
  return (
    <pre
      className={cn(
        'rounded-md border border-border bg-surface p-3 font-mono text-12 leading-5 wrap-anywhere whitespace-pre-wrap',
        className,
      )}
    >
      {end > start ? (
        <>
          {text.slice(0, start)}
          <mark>{text.slice(start, end)}</mark>
          {text.slice(end)}
        </>
      ) : (
        text
      )}
    </pre>
  )
}
