/** The mark: something that goes down and comes back up. */
export function Logo({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden>
      <rect width="20" height="20" rx="5" fill="var(--color-solid)" />
      <path
        d="m4 5.5 4.5 8L13 6"
        fill="none"
        stroke="var(--color-on-solid)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="14.5" cy="5" r="1.6" fill="var(--color-on-solid)" />
    </svg>
  )
}
