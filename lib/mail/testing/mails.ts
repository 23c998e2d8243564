import type { MailKind } from '../types'

/** A mail of our own writing and what it must be read as: the fixtures of the readers, one or more a family. */
export interface Example {
  name: string
  mail: string
  kind: MailKind
  /** Recipient → category. */
  bounces: Record<string, string>
}

const head = (fields: Record<string, string>): string =>
  Object.entries({ Date: 'Tue, 10 Nov 2026 08:15:00 +0100', 'MIME-Version': '1.0', ...fields })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

const ORIGINAL = `Received: from out1.acme.example by relay.acme.example; Tue, 10 Nov 2026 08:14:58 +0100
Message-ID: <7f1a@acme.example>
From: Anna <anna@acme.example>
To: Somebody <somebody.else@elsewhere.example>
X-Campaign-Id: nordics-q4
Subject: Short question
`

const report = (
  text: string,
  status: string,
): string => `Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

${text}
--b1
Content-Type: message/delivery-status

${status}
--b1
Content-Type: text/rfc822-headers

${ORIGINAL}
--b1--
`

const daemon = { From: 'MAILER-DAEMON@relay.acme.example (Mail Delivery System)', To: 'anna@acme.example' }

export const EXAMPLES: readonly Example[] = [
  {
    name: 'a Postfix report (RFC 3464)',
    mail:
      head({ ...daemon, Subject: 'Undelivered Mail Returned to Sender', 'Auto-Submitted': 'auto-replied' }) +
      report(
        'This is the mail system at host relay.acme.example.\n\n<p.gone@harbour.example>: host mx.harbour.example[192.0.2.9]\n    said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: rfc822; p.gone@harbour.example\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.harbour.example\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n',
      ),
    kind: 'bounce',
    bounces: { 'p.gone@harbour.example': 'invalid_recipient' },
  },
  {
    name: 'two recipients with two causes and one that got it',
    mail:
      head({ ...daemon, Subject: 'Delivery Status Notification (Failure)' }) +
      report(
        'Some of your recipients could not be reached.',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: rfc822;full@quay.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full\n\nFinal-Recipient: rfc822;gone@quay.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\nFinal-Recipient: rfc822;fine@quay.example\nAction: relayed\nStatus: 2.0.0\n',
      ),
    kind: 'bounce',
    bounces: { 'full@quay.example': 'mailbox_full', 'gone@quay.example': 'invalid_recipient' },
  },
  {
    name: 'a delay notice',
    mail:
      head({ ...daemon, Subject: 'Delayed Mail (still being retried)' }) +
      report(
        'Your message is still waiting.',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: rfc822; slow@mill.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; connect to mx.mill.example[192.0.2.7]:25: Connection timed out\n',
      ),
    kind: 'delayed',
    bounces: { 'slow@mill.example': 'server_unavailable' },
  },
  {
    name: 'a receipt',
    mail:
      head({ ...daemon, Subject: 'Successful Mail Delivery Report' }) +
      report(
        'Delivered.',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: rfc822; fine@mill.example\nAction: delivered\nStatus: 2.0.0\n',
      ),
    kind: 'delivered',
    bounces: {},
  },
  {
    name: 'a utf-8 recipient (RFC 6533)',
    mail:
      head({ ...daemon, Subject: 'Undelivered Mail Returned to Sender' }) +
      report(
        'Sorry.',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: utf-8; j\\x{00FC}rgen@burg.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n',
      ),
    kind: 'bounce',
    bounces: { 'jürgen@burg.example': 'invalid_recipient' },
  },
  {
    name: 'qmail',
    mail:
      head({ From: 'MAILER-DAEMON@mx4.acme.example', To: 'anna@acme.example', Subject: 'failure notice' }) +
      "\nHi. This is the qmail-send program at mx4.acme.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<v.lost@orchard.example>:\n192.0.2.44 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.44.\n\n<c.full@orchard.example>:\nRemote host said: 552 5.2.2 Mailbox full\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <anna@acme.example>\n" +
      ORIGINAL,
    kind: 'bounce',
    bounces: { 'v.lost@orchard.example': 'invalid_recipient', 'c.full@orchard.example': 'mailbox_full' },
  },
  {
    name: 'Exim with X-Failed-Recipients',
    mail:
      head({
        ...daemon,
        Subject: 'Mail delivery failed: returning message to sender',
        'X-Failed-Recipients': 'no.one@lime.example',
      }) +
      '\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  no.one@lime.example\n    host mx.lime.example [192.0.2.3]\n    SMTP error from remote mail server after RCPT TO:<no.one@lime.example>:\n    550 5.1.1 User unknown\n\n------ This is a copy of the message, including all the headers. ------\n\n' +
      ORIGINAL,
    kind: 'bounce',
    bounces: { 'no.one@lime.example': 'invalid_recipient' },
  },
  {
    name: 'an Exchange report in HTML only',
    mail:
      head({
        From: 'postmaster@acme.example',
        To: 'anna@acme.example',
        Subject: 'Undeliverable: Short question',
        'Content-Type': 'text/html; charset=utf-8',
      }) +
      '\n<html><body><p>Delivery has failed to these recipients:</p><p><a href="mailto:r.moved@pier.example">r.moved@pier.example</a><br>The e-mail address you entered couldn\'t be found.</p><p>Diagnostic information for administrators:</p><p>r.moved@pier.example<br>#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##</p></body></html>',
    kind: 'bounce',
    bounces: { 'r.moved@pier.example': 'invalid_recipient' },
  },
  {
    name: 'a key-value report',
    mail:
      head({ From: 'postmaster@gate.example', To: 'anna@acme.example', Subject: 'Undeliverable Mail' }) +
      '\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: t.room@cliff.example\n  Reason: Over quota\n  Diagnostic code: smtp;552 5.2.2 Mailbox full\n\nOriginal message follows.\n\n' +
      ORIGINAL,
    kind: 'bounce',
    bounces: { 't.room@cliff.example': 'mailbox_full' },
  },
  {
    name: 'a report that a person forwarded',
    mail:
      head({ From: 'Anna <anna@acme.example>', To: 'ops@acme.example', Subject: 'Fwd: failure notice' }) +
      '\nPlease look.\n\nBegin forwarded message:\n\n> From: Mail Delivery Subsystem <MAILER-DAEMON>\n> Subject: failure notice\n>\n> <w.none@fen.example>:\n> Remote host said: 550 5.1.1 User unknown\n',
    kind: 'bounce',
    bounces: { 'w.none@fen.example': 'invalid_recipient' },
  },
  {
    name: 'a feedback report (RFC 5965)',
    mail:
      head({
        From: 'feedback@provider.example',
        To: 'abuse@acme.example',
        Subject: 'FW: Short question',
        'Content-Type': 'multipart/report; report-type=feedback-report; boundary="f"',
      }) +
      '\n--f\nContent-Type: text/plain\n\nThis is an abuse report.\n--f\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: Feed/1\nVersion: 1\n--f--\n',
    kind: 'complaint',
    bounces: {},
  },
  {
    name: 'an out-of-office answer with an empty return path',
    mail:
      head({
        'Return-Path': '<>',
        From: 'Lena <lena@stadt.example>',
        To: 'anna@acme.example',
        Subject: 'Out of office: Short question',
        'Auto-Submitted': 'auto-replied',
      }) + '\nI am away until Monday. Write to cover@stadt.example if it is urgent.\n',
    kind: 'auto_reply',
    bounces: {},
  },
  {
    name: 'a challenge',
    mail:
      head({ From: 'guard@stadt.example', To: 'anna@acme.example', Subject: 'Please confirm your message' }) +
      '\nClick here to confirm that you are a human sender.\n',
    kind: 'challenge_response',
    bounces: {},
  },
  {
    name: 'an ordinary mail',
    mail:
      head({ From: 'Marta <marta@baurat.example>', To: 'anna@acme.example', Subject: 'Re: Short question' }) +
      '\nGladly. Call me on Friday.\n',
    kind: 'not_bounce',
    bounces: {},
  },
]
