/** Why a value is listed; each is a fact of its own, in order of weight: what people asked for stands above what happened. */
export const REASONS = ['erased', 'complaint', 'unsubscribe', 'manual', 'imported', 'bounce'] as const
export type Reason = (typeof REASONS)[number]

/** Reasons that only an admin takes away, one at a time. */
export const PROTECTED_REASONS: readonly Reason[] = ['complaint', 'unsubscribe', 'erased']

/** Where a reason came from. */
export const SOURCES = ['bounce', 'person', 'suggestion', 'file', 'mail', 'webhook'] as const
export type Source = (typeof SOURCES)[number]

/** One address, a domain without its subdomains, or with them. */
export const SCOPES = ['address', 'domain', 'subdomains'] as const
export type Scope = (typeof SCOPES)[number]

export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  bounce: 'Bounce',
  complaint: 'Complaint',
  unsubscribe: 'Unsubscribe',
  manual: 'Added by hand',
  imported: 'Imported',
  erased: 'Erased',
}

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  bounce: 'Bounces',
  person: 'A person',
  suggestion: 'A suggestion',
  file: 'A file',
  mail: 'A mail',
  webhook: 'A webhook',
}

/** Tells whether a text is one of the reasons. */
export function isReason(text: string): text is Reason {
  return (REASONS as readonly string[]).includes(text)
}
