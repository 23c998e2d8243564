export const KINDS = ['repeated', 'outage', 'unverified'] as const

/** Why something is suggested and not simply done. */
export const KIND_WORDS = {
  repeated: { short: 'Bounces again and again', long: 'It bounced as often as your policy allows.' },
  outage: {
    short: 'A burst at its provider',
    long: 'Its provider refused far more than usual within an hour.',
  },
  unverified: {
    short: 'Report not verified',
    long: 'The report quotes no mail of yours, so it may be forged',
  },
} as const
