const words = ['1–9', '10–49', '50–99', '100–199', '200 and more']

/** What the strengths of colour stand for. */
export function HeatKey() {
  return (
    <ul aria-label="Strength of colour" className="flex flex-wrap gap-x-3 gap-y-1">
      {words.map((word, i) => (
        <li key={word} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={`keep-color heat-fill heat-${i + 1} family-unclassified h-3 w-4 rounded-[3px] ring-1 ring-border ring-inset`}
          />
          {word}
        </li>
      ))}
    </ul>
  )
}
