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
  'SMTP error from remote mail server after end of data: %',
  'SMTP error from remote mail server after initial connection: %',
  'Remote-MTA said: %',
  'The error that the other server returned was: %',
  'Diagnostic-Code: smtp; %',
  '% (in reply to MAIL FROM command)',
  '% (in reply to HELO command)',
  'host mx.example.net[192.0.2.1] refused to talk to me: %',
  '%. Please contact your administrator if the problem persists.',
  '192.0.2.1 does not like recipient. Remote host said: % Giving up on 192.0.2.1.',
  'Connected to 192.0.2.1 but sender was rejected. Remote host said: %',
  '192.0.2.1 failed after I sent the message. Remote host said: %',
  'mx.example.net [192.0.2.1] did not like our RCPT TO: %',
  'mx.example.net [192.0.2.1] did not like our final DATA: %',
  '----- The following addresses had permanent fatal errors ----- <who@example.net> (reason: %)',
  '----- Transcript of session follows ----- ... while talking to mx.example.net: >>> RCPT To:<who@example.net> <<< %',
  'Delivery to the following recipient failed permanently: who@example.net Technical details of permanent failure: %',
  'We tried to deliver your message, but it was rejected by the server for the recipient domain. The error was: %',
  'This message was created automatically by mail delivery software. A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address failed: who@example.net %',
  'Hi. This is the mail program. I was not able to deliver your message to the following addresses. %',
  'Delivery failed for the following reason: %',
  "Your message wasn't delivered to who@example.net. The response was: %",
  'deferred: % delivery temporarily suspended',
  'X-Postfix; %',
  'permanent failure for one or more recipients (who@example.net: %)',
  '5.0.0 - Other mail system problem % (delivery attempts: 0)',
]

/** What stands before a cause, whatever the cause. */
export const OPENINGS: readonly string[] = [
  'Requested action not taken:', 'Requested mail action aborted:', 'Message rejected:', 'Mail rejected:', 'Your message was rejected:',
  'Delivery failed:', 'Delivery error:', 'Transaction failed:', 'Error:', 'Sorry,', 'Service unavailable;', 'Service not available,',
  'Connection refused:', 'Connection rejected:', 'Access denied:', 'Access denied,', 'Permanent failure:', 'Permanent error:', 'Temporary failure:', 'Temporary error:',
  'Recipient address rejected:', '<who@example.net>: Recipient address rejected:', 'Sender address rejected:', 'Client host rejected:', 'Helo command rejected:',
  'Recipient rejected:', 'RCPT TO rejected:', 'Mail refused:', 'Rejected:', 'Blocked:', 'Denied:', 'Unable to deliver:', 'Undeliverable:',
  'We could not deliver your message:', 'could not be delivered because', 'mailbox unavailable:', 'mailbox unavailable,', 'Reason:', 'Unfortunately,',
  'who@example.net', '<who@example.net>', '<who@example.net>...', '[192.0.2.1]', 'Message not accepted:', 'This message was not accepted:', 'Not accepted:',
  'your mail was refused because', 'Message could not be delivered.', 'Failed to deliver:', 'Failure:', 'Rejecting:', 'command rejected:', 'Bounced:',
  'Your email could not be delivered.', 'delivery to this recipient failed:', 'deferred:', 'Mail delivery failed:', 'No SMTP service.', 'Protocol error:',
  'Ihre Nachricht wurde abgelehnt:', 'Votre message a été refusé :', 'Su mensaje fue rechazado:', 'Il messaggio è stato rifiutato:', 'Sua mensagem foi rejeitada:',
] // prettier-ignore

/** What stands after a cause, whatever the cause. */
export const CLOSINGS: readonly string[] = [
  'Please try again later.', 'try again later', 'Please retry later', 'Please contact your administrator.', 'Please contact the recipient directly.',
  'See http://help.example.net/errors for more information.', 'For more information, please visit our help page.', 'For explanation visit http://postmaster.example.net/',
  'Please contact the postmaster.', 'If you believe this is an error, contact our support.', "I'm not going to try again; this message has been in the queue too long.",
  'This is a permanent error.', 'Message not accepted.', 'command rejected', 'No further attempts will be made.', 'Please contact your Internet service provider.',
  'Please visit our postmaster page.', 'Please correct this and send again.', 'Service unavailable', 'Closing connection.', 'Connection closed.', 'rejected', 'refused', 'denied',
  'Mail rejected', 'Message refused.', 'Your message could not be delivered.', '- gsmtp', '(#5.7.1)', '(delivery attempts: 0)', 'Contact your mail provider for help.',
  'You can ask the administrator of the domain for further information.', 'The message was returned.', 'Giving up.', 'Ref ABC12345', 'The message has not been delivered to the recipient.',
  'Ask your IT department.', 'We apologise for the inconvenience.', 'in reply to RCPT TO', 'to protect our users', 'for who@example.net', 'from 192.0.2.1', 'from who@example.org',
] // prettier-ignore
