import type { Example } from './mails'
import { bounce, RETURNED, told } from './told'

const none = (name: string, kind: Example['kind'], mail: string): Example => ({
  name,
  mail,
  kind,
  bounces: {},
})

const STATUS = `Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; k.vale@harbour.example
Action: failed
`

/** Reports met in the wild after the others, and their kin that are no bounces; in our own words, with names of our own. */
export const GATHERINGS: readonly Example[] = [
  bounce(
    'an address that begins like a key of the report',
    told('Delivery failed 12 attempts: user7@harbour.example\n\nOriginal message follows.\n', {
      from: 'Postmaster <postmaster@relay.example>',
      subject: 'Undeliverable Mail',
    }),
    { 'user7@harbour.example': 'server_unavailable' },
  ),
  bounce(
    'IMail, whose words are in no other report',
    told(`Invalid final delivery userid: k.vale@harbour.example\n\nOriginal message follows.\n${RETURNED}`, {
      from: 'Postmaster <postmaster@relay.example>',
      subject: 'Undeliverable Mail',
    }),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'two unknown people, each with the reply that followed',
    told(
      `Unknown user: k.vale@harbour.example

RCPT TO generated following response:
553 5.3.0 <k.vale@harbour.example>... Addressee unknown

Unknown user: b.rock@harbour.example

RCPT TO generated following response:
553 5.3.0 <b.rock@harbour.example>... Addressee unknown

Original message follows.
`,
      { from: 'Postmaster <postmaster@relay.example>', subject: 'Undeliverable Mail' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient', 'b.rock@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'an X.400 name around the address',
    told(
      `Your message

  To:      somebody.else@elsewhere.example
  Subject: Short question

did not reach the following recipient(s):

c=US;a= ;p=HARBOUR;o=Site2;dda:SMTP=k.vale@harbour.example; on Tue, 10 Nov 2026
    The recipient name is not recognized
`,
      { from: 'System Administrator <postmaster@harbour.example>', subject: 'Undeliverable: Short question' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'AOL, which leaves out its own domain',
    told(
      `Sorry anna@acme.example. Your mail to the following recipients could not be delivered because they are not accepting mail with attachments:
\tkvale77
`,
      { from: 'Mail Delivery Subsystem <MAILER-DAEMON@aol.com>', subject: 'Mail Delivery Problem' },
    ),
    { 'kvale77@aol.com': 'policy_violation' },
  ),
  bounce(
    'a report with the footer of a gateway, which names a scanner',
    told(
      `This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       k.vale@harbour.example

______________________________________________________
This e-mail has been scanned for viruses and spam by a scanner.
______________________________________________________

--x
${STATUS}Status: 5.1.1

--x--
`,
      { subject: 'Delivery Status Notification (Failure)' },
    ).replace('This is an', '--x\n\nThis is an').replace('Subject', 'Content-Type: multipart/report; boundary=x\nSubject'), // prettier-ignore
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a gateway that wraps another system’s report',
    `Date: Tue, 10 Nov 2026 08:15:00 +0100
From: postmaster@relay.example
To: anna@acme.example
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/mixed; boundary="g"

--g
Content-Type: message/rfc822

From: postmaster@inner.example
To: anna@acme.example
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

Delivery to the following recipients failed.

--x
${STATUS}Status: 5.1.1

--x--

--g
Content-Type: text/plain

This e-mail is confidential.
--g--
`,
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'two people behind a server that no longer answers',
    told(
      `Your message was not delivered within 3 days.
The other server could not be reached in all that time.

The following recipients did not receive your message:

     <k.vale@harbour.example>
The following recipients did not receive your message:

     <b.rock@harbour.example>
`,
      { from: 'Postmaster <postmaster@relay.example>', subject: 'Mail System Error - Returned Mail' },
    ),
    { 'k.vale@harbour.example': 'server_unavailable', 'b.rock@harbour.example': 'server_unavailable' },
  ),
  bounce(
    'a gateway that answers under the subject of the mail',
    told(`Votre message n'a pas pu être délivré à\nk.vale@harbour.example\n`, {
      from: 'Passerelle <internet@harbour.example>',
      subject: 'RE: Short question : non remis (delivery failed)',
    }),
    { 'k.vale@harbour.example': 'unclassified' },
  ),
  bounce(
    'a server that greets nobody by name and answers under the subject',
    told('Hello,\n\nYour message could not be delivered to k.vale@harbour.example: no such user.\n', {
      from: 'postmaster@harbour.example',
      subject: 'Re: Short question',
    }),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  ...(
    [
      ['Norwegian', 'Kan ikke levere', 'Meldingen din til k.vale@harbour.example kunne ikke leveres.'],
      ['Swedish', 'Kunde inte leverera', 'Ditt meddelande till k.vale@harbour.example kunde inte levereras.'],
      ['Finnish', 'Ei voitu toimittaa', 'Viestiäsi osoitteeseen k.vale@harbour.example ei voitu toimittaa.'],
      ['Czech', 'Zprávu nelze doručit', 'Vaši zprávu pro k.vale@harbour.example nelze doručit.'],
      ['Hungarian', 'Nem kézbesíthető', 'Az üzenete nem kézbesíthető: k.vale@harbour.example'],
      ['Turkish', 'İleti teslim edilemedi', 'İletiniz k.vale@harbour.example adresine teslim edilemedi.'],
      ['Romanian', 'Nu a putut fi livrat', 'Mesajul dvs. către k.vale@harbour.example nu a putut fi livrat.'],
      ['Greek', 'Το μήνυμα δεν παραδόθηκε', 'Το μήνυμά σας προς k.vale@harbour.example δεν παραδόθηκε.'],
      ['Indonesian', 'Pesan tidak terkirim', 'Pesan Anda ke k.vale@harbour.example tidak dapat dikirim.'],
    ] as const
  ).map(([language, subject, says]) =>
    bounce(
      `a report in plain ${language}`,
      told(`${says}\nuser unknown\n`, {
        from: 'Postmaster <postmaster@harbour.example>',
        subject,
        marks: 'Content-Type: text/plain; charset=utf-8\n',
      }),
      { 'k.vale@harbour.example': 'invalid_recipient' },
    ),
  ),
  bounce(
    'a report in Chinese without a code',
    told('您寄給 k.vale@harbour.example 的郵件無法送達。\n原因：使用者不存在 (user unknown)\n', {
      from: 'postmaster@harbour.example',
      subject: '=?utf-8?B?6YO15Lu26YCA5Zue6YCa55+l?=',
      marks: 'Content-Type: text/plain; charset=utf-8\n',
    }),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a report that says no more than that it failed',
    told(
      `This is an automatically generated Delivery Status Notification

Delivery to the following recipient failed permanently:

     k.vale@harbour.example
`,
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@relay.example>',
        subject: 'Delivery Status Notification (Failure)',
      },
    ),
    { 'k.vale@harbour.example': 'unclassified' },
  ),
  ...(
    [
      ['Outlook', 'FW', 'From', 'Sent', 'To', 'Subject'],
      ['Outlook in German', 'WG', 'Von', 'Gesendet', 'An', 'Betreff'],
      ['Outlook in French', 'TR', 'De ', 'Envoyé ', 'À ', 'Objet '],
      ['Outlook in Spanish', 'RV', 'De', 'Enviado', 'Para', 'Asunto'],
    ] as const
  ).map(([program, prefix, from, sent, to, subject]) =>
    bounce(
      `a report that a person passed on with ${program}, which marks no beginning`,
      told(
        `Please see.

${from}: Mail Delivery System <MAILER-DAEMON@relay.example>
${sent}: Tuesday
${to}: Anna <anna@acme.example>
${subject}: Undelivered Mail Returned to Sender

<k.vale@harbour.example>: host mx.harbour.example said: 552 5.2.2 Mailbox full
`,
        {
          from: 'Anna <anna@acme.example>',
          subject: `${prefix}: Undelivered Mail Returned to Sender`,
          marks: 'Content-Type: text/plain; charset=utf-8\n',
        },
      ),
      { 'k.vale@harbour.example': 'mailbox_full' },
    ),
  ),
  none(
    'a service that holds mails of people it does not know yet, in the form of a failure',
    'challenge_response',
    `Date: Tue, 10 Nov 2026 08:15:00 +0100
From: noreply@boxbe.com
To: anna@acme.example
Subject: Re: Short question (Action Required)
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

Your message was waitlisted. Please add yourself to my Guest List.

--x
${STATUS}Status: 4.7.0
Diagnostic-Code: X-Notice; Sender not pre-approved

--x--
`,
  ),
  none(
    'an absence in Polish',
    'auto_reply',
    told('Wracam w poniedziałek.\n', {
      from: 'Ewa <e.morska@harbour.example>',
      subject: '=?utf-8?Q?[Automatyczna?= =?utf-8?Q?_odpowied=C5=BA]?= Pytanie',
    }),
  ),
  none(
    'a person who answers about a mail that came back',
    'not_bounce',
    told(
      `Hi Anna, your mail to k.vale@harbour.example was returned to us, he left in May.

On Monday Anna wrote:
> Have you got a minute?
`,
      { from: 'Tom <tom@harbour.example>', subject: 'Re: Undelivered Mail Returned to Sender' },
    ),
  ),
]
