import type { Example } from './mails'

/** Headers of a report whose text follows, in the shape a family of servers gives it. */
function told(from: string, subject: string, text: string, more = ''): string {
  return `Date: Tue, 10 Nov 2026 08:15:00 +0100\nFrom: ${from}\nTo: anna@acme.example\nSubject: ${subject}\n${more}\n${text}\n`
}

const RETURNED = `Received: from out1.acme.example by relay.acme.example; Tue, 10 Nov 2026 08:14:58 +0100
Message-ID: <7f1a@acme.example>
From: Anna <anna@acme.example>
To: Somebody <somebody.else@elsewhere.example>
Subject: Short question
`

const bounce = (name: string, mail: string, bounces: Record<string, string>): Example => ({
  name,
  mail,
  kind: 'bounce',
  bounces,
})

/** Reports without a status part, one or more a family; facts of the formats in our own words. */
export const FAMILIES: readonly Example[] = [
  bounce(
    'Exchange 2007 in plain text',
    told(
      'postmaster@pine.example',
      'Undeliverable: Short question',
      'Delivery has failed to these recipients or distribution lists:\n\nd.void@pine.example\nThe recipient you entered could not be found in this organization. Check the address and send again.\n\n________________________________\nSent by Microsoft Exchange Server 2007\n\n\nDiagnostic information for administrators:\n\nGenerating server: pine.example\n\nd.void@pine.example\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n\nOriginal message headers:\n\n' +
        RETURNED,
    ),
    { 'd.void@pine.example': 'invalid_recipient' },
  ),
  bounce(
    'iPlanet Messaging Server',
    told(
      'Internet Mail Delivery <postmaster@ims.example>',
      'Delivery Notification: Delivery has failed',
      'This report relates to a message you sent with the following header fields:\n\n  Message-id: <7f1a@acme.example>\n  From: anna@acme.example\n  To: g.quota@ims.example\n  Subject: Short question\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: g.quota@ims-store.example\n  Original address: g.quota@ims.example\n  Reason: user over quota; cannot receive new mail.\n',
    ),
    { 'g.quota@ims-store.example': 'mailbox_full' },
  ),
  bounce(
    'InterScan',
    told(
      'MAILER-DAEMON@scan.example',
      'Mail could not be delivered',
      'Sent <<< RCPT TO:<u.none@scan.example>\nReceived >>> 550 5.1.1 <u.none@scan.example>... user unknown\n\nUnable to deliver message to <u.none@scan.example>.\n',
    ),
    { 'u.none@scan.example': 'invalid_recipient' },
  ),
  bounce(
    'a gateway that lists the reason as a table',
    told(
      'postmaster@gate.example',
      'Delivery Failure',
      'The following message could not be delivered because the destination server refused it.\n\nRecipient:  y.gone@gate.example\nReason:     5.1.1 User unknown\nServer:     mx.gate.example (192.0.2.5)\n',
    ),
    { 'y.gone@gate.example': 'invalid_recipient' },
  ),
  bounce(
    'MessageLabs',
    told(
      'Mail Delivery System <mailer-daemon@messagelabs.example>',
      'Mail Delivery Failure',
      'This is the mail delivery agent at messagelabs.example.\nI was unable to deliver your message to the following addresses:\n\nn.noone@labs.example\n\nReason: 550 n.noone@labs.example... No such user\n\nThe message subject was: Short question\nThe message date was: Tue, 10 Nov 2026 08:14:58 +0100\nThe message identifier was: 7F/1A-2B\nThe message reference was: server-1.tower\n\nPlease do not reply to this email as it is sent from an unattended mailbox.\n',
    ),
    { 'n.noone@labs.example': 'invalid_recipient' },
  ),
  bounce(
    'Zoho',
    told(
      'mailer-daemon@mail.zoho.example',
      'Undelivered Mail Returned to Sender',
      'This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\nz.full@orb.example, ERROR_CODE :552, ERROR_CODE :5.2.2 The mailbox is over quota\n\nReceived:from mail.zoho.example by mx.zoho.example\n\t with SMTP id 17 Tue, 10 Nov 2026 08:15:00 +0100\nMessage-Id:<7f1a@acme.example>\nDate: Tue, 10 Nov 2026 08:14:58 +0100\nFrom: anna@acme.example\n',
    ),
    { 'z.full@orb.example': 'mailbox_full' },
  ),
  bounce(
    'Sendmail 5',
    told(
      'Mail Delivery Subsystem <MAILER-DAEMON@vax.example>',
      'Returned mail: User unknown',
      '   ----- Transcript of session follows -----\nWhile talking to mx.vax.example:\n>>> RCPT To:<l.old@vax.example>\n<<< 550 5.1.1 <l.old@vax.example>... User unknown\n550 <l.old@vax.example>... User unknown\n\n   ----- Unsent message follows -----\n' +
        RETURNED,
    ),
    { 'l.old@vax.example': 'invalid_recipient' },
  ),
  bounce(
    'a Japanese mobile carrier',
    told(
      'Postmaster@ezmail.example',
      'Mail System Error - Returned Mail',
      'The user(s) account is disabled.\n\n <e.phone@ezmail.example>: 550 <e.phone@ezmail.example>: User unknown\n\n' +
        RETURNED,
    ),
    { 'e.phone@ezmail.example': 'invalid_recipient' },
  ),
  bounce(
    'a carrier that only names the error above the mail',
    told(
      'Mail Administrator <postmaster@vmobile.example>',
      'Undeliverable Message',
      'Error: Invalid user address.\n\nYour message to 2125550100@vmobile.example could not be delivered.\n\n' +
        RETURNED,
    ),
    { '2125550100@vmobile.example': 'invalid_recipient' },
  ),
  bounce(
    'IMail',
    told(
      'Postmaster <postmaster@ipswitch.example>',
      'Undeliverable Mail',
      'User mailbox exceeds allowed size: i.full@ipswitch.example\n\nOriginal message follows.\n\n' +
        RETURNED,
    ),
    { 'i.full@ipswitch.example': 'mailbox_full' },
  ),
  bounce(
    'MailMarshal',
    told(
      'postmaster@marshal.example',
      'Undeliverable Mail',
      'Your message:\n   From:    anna@acme.example\n   Subject: Short question\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected:\n   m.lost@marshal.example\n\nAdditional Information\n======================\nOriginal Sender:    <anna@acme.example>\nSender-MTA:         <192.0.2.1>\nRemote-MTA:         <192.0.2.9>\nReporting-MTA:      <relay.marshal.example>\nMessageName:        <B54.mml>\n',
    ),
    { 'm.lost@marshal.example': 'invalid_recipient' },
  ),
  bounce(
    'MXLogic',
    told(
      'Mail Delivery Subsystem <MAILER-DAEMON@mxl.example>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by the mail filter.\n\nA message that you sent could not be delivered. The following address(es) failed:\n\n  <q.none@mxl.example>:\n  550 5.1.1 <q.none@mxl.example>... User Unknown\n\nIncluded is a copy of the message header:\n\n' +
        RETURNED,
    ),
    { 'q.none@mxl.example': 'invalid_recipient' },
  ),
  bounce(
    'a server that answers in Russian',
    told(
      'mailer-daemon@corp.mail.example',
      'Mail failure.',
      'Это письмо создано автоматически сервером. Произошла ошибка: письмо не доставлено следующим получателям:\n\n  t.net@corp.mail.example\n\nПричина: 550 5.1.1 User not found\n',
      'Content-Type: text/plain; charset=utf-8\n',
    ),
    { 't.net@corp.mail.example': 'invalid_recipient' },
  ),
  bounce(
    'Gmail in HTML only',
    told(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      '<html><head><style>* { color: #222 }</style></head><body><table><tr><td><h2>Address not found</h2><p>Your message wasn\'t delivered to <a href="mailto:b.absent@larch.example"><b>b.absent@larch.example</b></a> because the address couldn\'t be found, or is unable to receive mail.</p></td></tr></table><p>The response was:</p><p>550 5.1.1 The email account that you tried to reach does not exist.</p></body></html>',
      'Content-Type: text/html; charset=utf-8\n',
    ),
    { 'b.absent@larch.example': 'invalid_recipient' },
  ),
  {
    name: 'a delay told in plain text (Exim)',
    mail: told(
      'Mail Delivery System <Mailer-Daemon@lime.example>',
      'Warning: message 1abc-000 delayed 24 hours',
      'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on lime.example.\n\nThe address to which the message has not yet been delivered is:\n\n  s.later@mill.example\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n',
    ),
    kind: 'delayed',
    bounces: { 's.later@mill.example': 'server_unavailable' },
  },
  {
    name: 'a delay told in plain text (Sendmail)',
    mail: told(
      'Mail Delivery Subsystem <MAILER-DAEMON@vax.example>',
      'Warning: could not send message for past 4 hours',
      '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received at Tue, 10 Nov 2026 04:14:58 +0100\n\n   ----- Transcript of session follows -----\n<s.later@mill.example>... Deferred: Connection timed out with mx.mill.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n',
    ),
    kind: 'delayed',
    bounces: { 's.later@mill.example': 'server_unavailable' },
  },
]
