import type { Example } from './mails'

interface Told {
  from?: string
  subject?: string
  /** Header lines of the family, each with its line end. */
  marks?: string
}

/** A report in plain words, in the shape a family gives it. */
export function told(text: string, { from, subject, marks = '' }: Told = {}): string {
  return `Date: Tue, 10 Nov 2026 08:15:00 +0100
From: ${from ?? 'MAILER-DAEMON@relay.example'}
To: anna@acme.example
Subject: ${subject ?? 'Returned mail'}
${marks}
${text}
`
}

export const RETURNED = `Received: from out1.acme.example by relay.acme.example; Tue, 10 Nov 2026 08:14:58 +0100
Message-ID: <7f1a@acme.example>
From: Anna <anna@acme.example>
To: Somebody <somebody.else@elsewhere.example>
Subject: Short question
`

export const bounce = (name: string, mail: string, bounces: Record<string, string>): Example => ({
  name,
  mail,
  kind: 'bounce',
  bounces,
})
