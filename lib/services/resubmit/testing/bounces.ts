import { randomUUID } from 'node:crypto'
import type { StoredBounce } from '@/db/testing/bounces'

const DIAGNOSTICS: Record<string, string> = {
  mailbox_full: '552 5.2.2 Mailbox full',
  server_unavailable: '451 4.4.0 Temporary server error',
  blacklisted: '554 5.7.1 Client host [203.0.113.24] blocked using zen.spamhaus.org',
  invalid_recipient: '550 5.1.1 User unknown',
}

const TEMPLATE = randomUUID()

/** A bounce as tests want it: who, when, why. */
export function bounceOf(
  recipient: string,
  occurredAt: Date,
  category: string,
  part: Partial<StoredBounce> = {},
): StoredBounce {
  const diagnostic = DIAGNOSTICS[category] ?? '450 4.0.0 Try later'
  return {
    occurredAt: new Date(Math.floor(occurredAt.getTime() / 1000) * 1000),
    dedupeKey: randomUUID(),
    recipient,
    domain: recipient.split('@')[1] ?? '',
    account: 'anna@acme.example',
    campaign: 'Q4',
    provider: 'other',
    category,
    bounceType: category === 'invalid_recipient' ? 'hard' : category === 'unclassified' ? '' : 'soft',
    smtpCode: diagnostic.slice(0, 3),
    enhancedCode: '',
    vendorClass: '',
    diagnostic,
    templateId: TEMPLATE,
    confidence: 0.9,
    decidedBy: 'words:test',
    importId: TEMPLATE,
    line: 1,
    ...part,
  }
}
