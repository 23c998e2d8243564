import type { Example } from './mails'
import { told } from './told'

const none = (name: string, from: string, subject: string, text: string, marks = ''): Example => ({
  name,
  mail: told(text, { from, subject, marks }),
  kind: 'not_bounce',
  bounces: {},
})

const receipt = (name: string, subject: string, text: string, disposition: string): Example => ({
  name,
  mail: told(
    `--r
Content-Type: text/plain; charset=utf-8

${text}

--r
Content-Type: message/disposition-notification

Reporting-UA: mail.harbour.example
Final-Recipient: rfc822; k.vale@harbour.example
Original-Message-ID: <7f1a@acme.example>
Disposition: ${disposition}

--r--`,
    {
      from: 'Kim Vale <k.vale@harbour.example>',
      subject,
      marks: 'Content-Type: multipart/report; report-type=disposition-notification; boundary=r\n',
    },
  ),
  kind: 'delivered',
  bounces: {},
})

const arrived = (name: string, from: string, subject: string, text: string): Example => ({
  name,
  mail: told(text, { from, subject }),
  kind: 'delivered',
  bounces: {},
})

/** Mails that share a report's words and are none. */
export const LOOK_ALIKES: readonly Example[] = [
  none(
    'a parcel that nobody took',
    'Paket <noreply@parcels.example>',
    'Zustellung fehlgeschlagen',
    'Leider konnten wir Ihre Sendung nicht zustellen. Der Empfänger wurde nicht angetroffen: hilfe@parcels.example\n',
  ),
  none(
    'a late parcel',
    'Parcels <track@parcels.example>',
    'Delivery delayed: your order 123',
    'Your order has been delayed. The recipient is told at k.vale@harbour.example\n',
  ),
  none(
    'a payment that failed',
    'Payments <notify@pay.example>',
    'Payment failed for k.vale@harbour.example',
    'The payment of k.vale@harbour.example failed. Recipient: ACME. Error 402\n',
  ),
  none(
    'an administrator about our own full mailbox',
    'Mail Administrator <postmaster@acme.example>',
    'Your mailbox is almost full',
    'Your mailbox anna@acme.example has used 95 % of its quota. Questions: help@acme.example\n',
  ),
  none(
    'somebody who wants our password',
    'Mail Delivery System <support@evil.example>',
    '(3) Undelivered messages for anna@acme.example',
    'Three messages were not delivered to your inbox, among them one of k.vale@harbour.example. Release them here.\n',
  ),
  none(
    'a digest of what the filter held back',
    'Postmaster <postmaster@acme.example>',
    'Spam quarantine: 4 messages blocked',
    'Your quarantine holds:\n\nk.vale@harbour.example   An offer\nb.rock@harbour.example   Another\n',
  ),
  none(
    'a mail system about its next maintenance',
    'Mail System <postmaster@acme.example>',
    'Maintenance on Sunday',
    'On Sunday mail will not be delivered for an hour. Questions: help@acme.example\n',
  ),
  none(
    'a mail system about who was refused last month',
    'Mail Administrator <postmaster@acme.example>',
    'Rejected mail statistics for October',
    'Top rejected recipients:\n\n  12 k.vale@harbour.example\n   3 b.rock@harbour.example\n',
  ),
  none(
    'a summary of a mail server’s log',
    'postmaster@mx.acme.example',
    'Postfix log summaries for Nov 9',
    'message bounce detail (by relay)\n\n  1  host mx.harbour.example said: 550 5.1.1 <k.vale@harbour.example>: User unknown\n',
  ),
  none(
    'a filter that found a virus in a mail to us',
    '"Content-filter" <postmaster@mx.acme.example>',
    'VIRUS in mail TO YOU from <k.vale@harbour.example>',
    `A virus was found. The message WAS NOT delivered to:
<anna@acme.example>: 250 discarded

--- BEGIN HEADERS ---
Return-Path: <k.vale@harbour.example>
Received: from a by b; Tue, 10 Nov 2026 08:15:00 +0100
From: Kim <k.vale@harbour.example>
`,
  ),
  none(
    'a new mailbox',
    'Postmaster <postmaster@acme.example>',
    'Welcome to your new mailbox',
    'Your mailbox was created. Messages that cannot be delivered are returned. Questions: help@acme.example\n',
  ),
  none(
    'a mail taken back in vain',
    'Microsoft Outlook <postmaster@harbour.example>',
    'Recall Report for Short question',
    'Your message recall failed for recipients:\n\nk.vale@harbour.example  Failed\n',
  ),
  none(
    'a watchman of a mail server’s queue',
    'Mail System Monitor <monitor@acme.example>',
    'Mail queue warning: 312 messages delayed',
    'Oldest message to k.vale@harbour.example delayed 3 hours: connection timed out\n',
  ),
  none(
    'an administrator who answers about undelivered mails',
    'System Administrator <desk@acme.example>',
    'Ticket 5501: undelivered mails',
    'Dear Anna,\n\nwe looked into your undelivered mails to k.vale@harbour.example. The recipient’s mailbox is full.\n',
  ),
  none(
    'figures of a campaign',
    'Mail Delivery Insights <report@senders.example>',
    'Delivery report: campaign Nordics',
    'Delivered 98 %, bounced 2 %. Top bounced: k.vale@harbour.example\n',
  ),
  none(
    'a person who writes as a server would, and then of herself',
    'Kim <k.vale@harbour.example>',
    'Undeliverable',
    'Your message to b.rock@harbour.example was not delivered because he left. I forward it. Kim\n',
  ),
  none(
    'goods that did not arrive',
    'Kim <k.vale@harbour.example>',
    'Delivery failure at our warehouse',
    'Anna, the goods were not delivered, the message from the carrier said rejected. Call b.rock@harbour.example.\n',
  ),
  none(
    'a postmaster who answers a letter',
    'Tom, Postmaster <postmaster@harbour.example>',
    'Re: Mails from acme.example rejected',
    'Hi Anna,\n\nyour messages were rejected for a wrong record: 550 5.7.1. Ask k.vale@harbour.example.\n\nTom\n',
  ),
  none(
    'a mail system about its queue',
    'MAILER-DAEMON@mx.acme.example',
    'Mail queue report',
    'Queue of mx.acme.example: 12 messages. Oldest: k.vale@harbour.example (4 h).\n',
  ),
  none(
    'a tracker that repeats a report',
    'Tracker <track@acme.example>',
    '[OPS-3] Undeliverable mail to k.vale@harbour.example',
    'Your message could not be delivered to k.vale@harbour.example, says the report.\n',
  ),
  none(
    'a parcel of a sender with a mail system’s name',
    'Mail System <info@parcels.example>',
    'Undelivered parcel',
    'We could not deliver your parcel. Recipient absent: k.vale@harbour.example\n',
  ),
  none(
    'a newsletter about bounces',
    'Senders Weekly <news@senders.example>',
    'Why mails bounce: 550 5.1.1, mailbox full and more',
    'A hard bounce says 550 5.1.1 user unknown. Write to hello@senders.example\n',
    'List-Unsubscribe: <mailto:off@senders.example>\n',
  ),
  none(
    'a list’s reader about a report of hers',
    'Tom <tom@harbour.example>',
    'Undelivered Mail Returned to Sender: what is this',
    '<k.vale@harbour.example>: host mx.harbour.example said: 550 5.1.1 User unknown\n\nWhat does it mean?\n',
    'List-Id: <talk.lists.example>\nList-Post: <mailto:talk@lists.example>\n',
  ),
  none(
    'a person whose own mail came back',
    'Kim <k.vale@harbour.example>',
    'Your message could not be delivered?',
    'Hello Anna,\nI was told "550 5.7.1 relay access denied" when I wrote to you. So was b.rock@harbour.example.\nKim\n',
  ),
  none(
    'a person about another’s full mailbox',
    'Tom <tom@harbour.example>',
    'Mail to Kim failed',
    'Hi Anna,\nmy mail to k.vale@harbour.example could not be delivered, the mailbox is full. Can you call her?\n',
  ),
  none(
    'a build that failed',
    'Builds <notify@builds.example>',
    '[acme/app] Run failed: main',
    'Some jobs failed: mailbox test. Started by k.vale@harbour.example\n',
  ),
  none(
    'a fax that nobody took',
    'Fax <message@fax.example>',
    'Fax delivery failure notification',
    'Your fax was not delivered. Reason: recipient busy. Help: help@fax.example\n',
  ),
  none(
    'a sign-up that wants confirming',
    'News <confirm@news.example>',
    'Please confirm your subscription',
    'Click the link to confirm your e-mail address anna@acme.example\n',
  ),
  none(
    'a report on the encryption of a domain’s mails',
    'noreply@reports.example',
    'Report Domain: acme.example',
    `--t
Content-Type: text/plain

An aggregate TLS report; contact tls@reports.example

--t
Content-Type: application/tlsrpt+json

{"policies":[{"summary":{"total-failure-session-count":1}}]}
--t--`,
    'Content-Type: multipart/report; report-type=tlsrpt; boundary=t\n',
  ),
  receipt(
    'a receipt of a mail that was read',
    'Read: Short question',
    'Your message\n  To: k.vale@harbour.example\nwas read on Tuesday.',
    'manual-action/MDN-sent-manually; displayed',
  ),
  receipt(
    'a receipt of a mail that was thrown away',
    'Not read: Short question',
    'Your message\n  To: k.vale@harbour.example\nwas deleted without being read.',
    'automatic-action/MDN-sent-automatically; deleted',
  ),
  arrived(
    'Postfix about a mail that arrived',
    'MAILER-DAEMON@mx.harbour.example (Mail Delivery System)',
    'Successful Mail Delivery Report',
    'Your message was successfully delivered to the destination(s) listed below.\n\n<k.vale@harbour.example>: delivery via local: delivered to mailbox\n',
  ),
  arrived(
    'Exchange about a mail passed on',
    'Microsoft Outlook <postmaster@harbour.example>',
    'Relayed: Short question',
    'Delivery to these recipients or groups is complete, but no notification was sent by the destination server:\n\nk.vale@harbour.example\n',
  ),
  ...(
    [
      ['German', 'Zugestellt', 'Ihre Nachricht wurde an folgende Empfänger zugestellt:'],
      ['Dutch', 'Bezorgd', 'Uw bericht is bezorgd bij de volgende geadresseerden:'],
      ['Russian', 'Доставлено', 'Ваше сообщение доставлено следующим получателям:'],
      ['Japanese', '配信済み', 'メッセージは次の受信者に配信されました。'],
    ] as const
  ).map(([language, subject, says]) =>
    arrived(
      `Exchange about a mail that arrived, in ${language}`,
      'postmaster@harbour.example',
      `=?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(`${subject}: X`)))}?=`,
      `${says}\n\nk.vale@harbour.example\n`,
    ),
  ),
  arrived(
    'GroupWise about a mail that was opened',
    'Mailer-Daemon@gw.harbour.example',
    'Message status - opened',
    'Your message was opened by k.vale@harbour.example\n',
  ),
  {
    name: 'a service that wants the sender approved first',
    mail: told(
      'To control spam, I allow mails only from senders I have approved beforehand. Fill in the form: https://gate.example\n',
      { from: 'Kim <k.vale@harbour.example>', subject: 'Re: Short question' },
    ),
    kind: 'challenge_response',
    bounces: {},
  },
]
