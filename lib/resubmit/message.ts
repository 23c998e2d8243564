/** What is told of a contact that is handed over. */
export interface HandedContact {
  recipient: string
  name: string | null
  account: string
  campaign: string
  category: string
  bouncedAt: Date
  tries: number
}

/** The body of a message by webhook: one contact, in the form of the Standard Webhooks specification. */
export function messageBody(contact: HandedContact, batch: { id: string; name: string }, at: Date): string {
  return JSON.stringify({
    type: 'contact.resubmit',
    timestamp: at.toISOString(),
    data: {
      email: contact.recipient,
      name: contact.name,
      campaign: contact.campaign,
      sending_account: contact.account,
      last_bounce: { category: contact.category, at: contact.bouncedAt.toISOString() },
      tries: contact.tries,
      batch: { id: batch.id, name: batch.name },
    },
  })
}

/** The body of a test: no contact at all, so that no sending tool mails anybody. */
export function testBody(at: Date): string {
  return JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} })
}
