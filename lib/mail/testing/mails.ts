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
    name: 'Gmail before it sent reports',
    mail:
      head({
        From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
        To: 'anna@acme.example',
        Subject: 'Delivery Status Notification (Failure)',
      }) +
      '\nDelivery to the following recipient failed permanently:\n\n     b.absent@larch.example\n\nTechnical details of permanent failure:\nWe tried to deliver your message, but the server for the recipient domain larch.example rejected it. The error that the other server returned was:\n550 5.1.1 User unknown\n\n----- Original message -----\n\n' +
      ORIGINAL,
    kind: 'bounce',
    bounces: { 'b.absent@larch.example': 'invalid_recipient' },
  },
  {
    name: 'Domino',
    mail:
      head({
        From: 'postmaster@notes.example',
        To: 'anna@acme.example',
        Subject: 'DELIVERY FAILURE: User h.ghost (h.ghost@notes.example) not listed in Domino Directory',
      }) +
      '\nYour message\n\n  Subject: Short question\n\nwas not delivered to:\n\n  h.ghost@notes.example\n\nbecause:\n\n  User h.ghost (h.ghost@notes.example) not listed in Domino Directory\n',
    kind: 'bounce',
    bounces: { 'h.ghost@notes.example': 'invalid_recipient' },
  },
  {
    name: 'Notes',
    mail:
      head({
        From: 'Mail Router <postmaster@old.example>',
        To: 'anna@acme.example',
        Subject: 'Undeliverable message',
      }) +
      '\n------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\nf.none@old.example\n\n------- Returned Message --------\n\n' +
      ORIGINAL,
    kind: 'bounce',
    bounces: { 'f.none@old.example': 'invalid_recipient' },
  },
  {
    name: 'Exchange 2003',
    mail:
      head({
        From: 'System Administrator <postmaster@pine.example>',
        To: 'anna@acme.example',
        Subject: 'Undeliverable: Short question',
      }) +
      '\nYour message\n\n  To:      d.void@pine.example\n  Subject: Short question\n  Sent:    Tue, 10 Nov 2026 08:14:58 +0100\n\ndid not reach the following recipient(s):\n\nd.void@pine.example on Tue, 10 Nov 2026 08:15:00 +0100\n    The recipient name is not recognized\n\tThe MTS-ID of the original message is: c=de;a= ;p=Pine;l=PINE1\n    MSEXCH:IMS:Pine:EX:PINE1 0 (000C05A6) Unknown Recipient\n',
    kind: 'bounce',
    bounces: { 'd.void@pine.example': 'invalid_recipient' },
  },
  {
    name: 'Courier',
    mail:
      head({
        From: '"Courier mail server at elm.example" <@elm.example>',
        To: 'anna@acme.example',
        Subject: 'NOTICE: mail delivery status.',
      }) +
      '\nThis is a delivery status notification from elm.example,\nrunning the Courier mail server, version 0.65.\n\nThe original message was received on Tue, 10 Nov 2026 08:14:58 +0100\n\n---------------------------------------------------------------------------\n\n                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<s.lost@elm.example>:\n    mx.elm.example [192.0.2.12]:\n>>> RCPT TO:<s.lost@elm.example>\n<<< 550 5.1.1 User unknown\n\n---------------------------------------------------------------------------\n\nIf your message was also sent to additional recipients, their delivery\nstatus is not included in this report.\n',
    kind: 'bounce',
    bounces: { 's.lost@elm.example': 'invalid_recipient' },
  },
  {
    name: 'a German report',
    mail:
      head({
        From: 'Mail Delivery System <mailer-daemon@post.example>',
        To: 'anna@acme.example',
        Subject: 'Nachricht unzustellbar',
      }) +
      '\nIhre Nachricht konnte an einen oder mehrere Empfänger nicht zugestellt werden.\n\nk.weg@birke.example:\nDas Postfach ist voll.\n552 5.2.2 Mailbox full\n',
    kind: 'bounce',
    bounces: { 'k.weg@birke.example': 'mailbox_full' },
  },
  {
    name: 'a Sendmail transcript, where the other server speaks and the own one guesses',
    mail:
      head({ ...daemon, Subject: 'Returned mail: see transcript for details' }) +
      report(
        '   ----- The following addresses had permanent fatal errors -----\n<o.kay@spruce.example>\n\n   ----- Transcript of session follows -----\n... while talking to mx.spruce.example.:\n>>> DATA\n<<< 554 5.7.1 Rejected: IP address is blacklisted\n550 5.1.1 <o.kay@spruce.example>... User unknown\n<<< 503 5.0.0 Need RCPT (recipient)\n',
        'Reporting-MTA: dns; relay.acme.example\n\nFinal-Recipient: RFC822; o.kay@spruce.example\nAction: failed\nStatus: 5.1.1\n',
      ),
    kind: 'bounce',
    bounces: { 'o.kay@spruce.example': 'blacklisted' },
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
