import type { Example } from './mails'
import { bounce, RETURNED, told } from './told'

const report = (status: string): string => `Date: Tue, 10 Nov 2026 08:15:00 +0100
From: MAILER-DAEMON@relay.example
To: anna@acme.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: message/delivery-status

${status}
--b1
Content-Type: text/rfc822-headers

${RETURNED}
--b1--
`

const FAILED = report(`Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; k.vale@harbour.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
`)

const delayed = (name: string, mail: string): Example => ({
  name,
  mail,
  kind: 'delayed',
  bounces: { 'k.vale@harbour.example': 'server_unavailable' },
})

/** Loose forms of well-known reports: facts of the formats, in our own words and with names of our own. */
export const DIALECTS: readonly Example[] = [
  bounce(
    'Exchange in Dutch, whose own words ask to try again',
    told(
      `De bezorging aan de volgende geadresseerden of groepen is mislukt:

k.vale@harbour.example
Controleer het adres van de geadresseerde en probeer het bericht opnieuw te verzenden.

k.vale@harbour.example
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
`,
      { from: 'Microsoft Outlook <postmaster@harbour.example>', subject: 'Onbestelbaar: Vraag' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'IMail, of two people',
    told(
      `User mailbox exceeds allowed size: b.full@harbour.example

Unknown user: k.vale@harbour.example

Original message follows.

${RETURNED}`,
      { from: 'Mail Administrator <Postmaster@harbour.example>', subject: 'Undeliverable Mail' },
    ),
    { 'b.full@harbour.example': 'mailbox_full', 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a status report whose recipients no empty line parts',
    report(`Reporting-MTA: dns; relay.example
Final-Recipient: rfc822; k.vale@harbour.example
Action: failed
Status: 5.1.1
Final-Recipient: rfc822; b.full@harbour.example
Action: failed
Status: 5.2.2
`),
    { 'k.vale@harbour.example': 'invalid_recipient', 'b.full@harbour.example': 'mailbox_full' },
  ),
  bounce(
    'a status with its words in brackets',
    report(`Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; k.vale@harbour.example
Action: failed
Status: 5.0.0 (mailbox is full)
`),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
  bounce(
    'a report that a person passed on as an attachment',
    `Date: Tue, 10 Nov 2026 09:00:00 +0100
From: Anna <anna@acme.example>
To: ops@acme.example
Subject: Fwd: Undelivered Mail Returned to Sender
Content-Type: multipart/mixed; boundary="o"

--o
Content-Type: text/plain

Please take care, and tell ben@acme.example

--o
Content-Type: message/rfc822

${FAILED}
--o--
`,
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a report that a person passed on in German',
    told(
      `Bitte ansehen.

-----Ursprüngliche Nachricht-----
Von: Mail Delivery System <MAILER-DAEMON@relay.example>
An: anna@acme.example
Betreff: Undelivered Mail Returned to Sender

<k.vale@harbour.example>: host mx.harbour.example said: 552 5.2.2 Mailbox full
`,
      { from: 'Anna <anna@acme.example>', subject: 'WG: Undelivered Mail Returned to Sender' },
    ),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
  delayed(
    'a warning of OpenSMTPD',
    told(
      `    A message is delayed for more than 4 hours for the following
    list of recipients:

k.vale@harbour.example: Connection timeout

    Please note that this is only a temporary failure report.
`,
      { subject: 'Delivery status notification: warning' },
    ),
  ),
  delayed(
    'a delay of Gmail in HTML only',
    told(
      `<h2>Delivery incomplete</h2>There was a temporary problem delivering your message to <b>k.vale@harbour.example</b>.
Gmail will retry for 47 more hours.<p>The recipient server did not accept our requests to connect. [192.0.2.7: timed out]</p>`,
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Delay)',
        marks: 'Content-Type: text/html; charset=utf-8\n',
      },
    ),
  ),
]
