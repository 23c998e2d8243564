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
  complaint: {
    short: 'Complaint not verified',
    long: 'The complaint quotes no mail of yours, so it may be forged',
  },
  unsubscribe: {
    short: 'Unsubscribe not verified',
    long: 'The unsubscribe quotes no mail of yours, so it may be forged',
  },
} as const

export const KINDS = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]
