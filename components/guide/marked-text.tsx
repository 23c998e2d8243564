import { Fragment } from 'react'

interface Props {
  text: string
  /** Spans to mark, in order and apart from each other; an empty span marks nothing. */
  spans: readonly { start: number; end: number }[]
}

/** A text with spans of it marked. */
export function MarkedText({ text, spans }: Props) {
  const shown = spans.filter((span) => span.end > span.start)
  return (
    <>
      {shown.map((span, i) => (
        <Fragment key={span.start}>
          {text.slice(shown[i - 1]?.end ?? 0, span.start)}
          <mark>{text.slice(span.start, span.end)}</mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.end ?? 0)}
    </>
  )
}
