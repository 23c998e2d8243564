import type { Label } from '@/lib/bounce/model/labels'

/** Codes that servers give with a cause, often enough to learn them. */
export const TYPICAL_CODES: Partial<Record<Label, readonly string[]>> = {
  invalid_recipient: ['550 5.1.1', '550', '554 5.1.1', '553 5.1.3', '550 5.1.0', '550 5.1.10', '551', '550 5.2.1', '450 4.1.1'],
  mailbox_full: ['552 5.2.2', '452 4.2.2', '552', '550 5.2.2', '422', '554 5.2.2', '452 4.3.1'],
  spam_block: ['550 5.7.1', '554 5.7.1', '550', '554', '571', '552 5.7.0', '554 5.7.7', '550 5.6.0'],
  relay_denied: ['550 5.7.1', '554 5.7.1', '551', '550', '553', '554', '454 4.7.1', '550 5.7.64'],
  server_unavailable: ['421 4.3.2', '451 4.3.0', '450', '451', '421', '450 4.4.1', '451 4.7.1', '554 5.4.7', '441 4.4.1', '432 4.3.2'],
  invalid_format: ['501', '550 5.6.0', '554 5.6.0', '500', '501 5.5.4', '550 5.5.2', '555 5.5.4', '503 5.5.1', '550'],
  message_too_large: ['552 5.3.4', '552', '523', '552 5.2.3', '554 5.3.4', '550 5.3.4'],
  authentication: ['535 5.7.8', '530 5.7.0', '550 5.7.26', '550 5.7.1', '534', '550 5.7.23', '530', '535', '454 4.7.0', '550'],
  domain_not_found: ['550 5.1.2', '550', '556 5.1.10', '554 5.4.4', '512', '550 5.4.4', '553 5.1.2'],
  blacklisted: ['554 5.7.1', '550 5.7.1', '554', '550', '421 4.7.1', '550 5.7.25', '553 5.7.1', '521'],
  too_many_recipients: ['452 4.5.3', '421 4.7.0', '450 4.2.1', '451 4.7.1', '421', '421 4.7.28', '452', '550 5.5.3', '450'],
  dns_failure: ['451 4.4.3', '550 5.4.4', '454 4.4.4', '450 4.4.3', '451', '554 5.4.4', '550 5.4.3'],
  mail_loop: ['554 5.4.6', '500 5.4.6', '550 5.4.6', '554', '554 5.4.14', '483'],
  policy_violation: ['550 5.7.0', '550 5.7.1', '554 5.7.1', '550', '553', '550 5.7.133', '554', '550 5.7.124', '550 5.1.8', '550 5.1.7'],
  sending_limit: ['550 5.4.5', '452 4.2.2', '421 4.7.0', '554 5.7.1', '550 5.7.232', '450', '550', '452'],
  delivered: ['250', '250 2.0.0', '250 2.1.5'],
  unclassified: ['550', '554', '550 5.0.0', '554 5.0.0', '451', '450', '550 5.7.1', '421', '550 5.2.0', '552'],
} // prettier-ignore

/** What relays put around a reply. */
export const WRAPPINGS: readonly string[] = [
  'host mx.example.net[192.0.2.1] said: % (in reply to RCPT TO command)',
  'smtp; %',
  'Remote server returned: %',
  '<who@example.net>: host mx.example.net[192.0.2.1] said: % (in reply to end of DATA command)',
  'SMTP error from remote mail server after RCPT TO:<who@example.net>: %',
  'Remote-MTA said: %',
  'The error that the other server returned was: %',
  'Diagnostic-Code: smtp; %',
  '% (in reply to MAIL FROM command)',
  '%. Please contact your administrator if the problem persists.',
]
