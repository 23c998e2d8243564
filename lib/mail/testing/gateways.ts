import type { Example } from './mails'
import { bounce, RETURNED, told } from './told'

/** Reports of gateways and lesser known servers: facts of the formats, in our own words and with names of our own. */
export const GATEWAYS: readonly Example[] = [
  bounce(
    'Activehunter',
    told(
      `  ----- The following addresses had permanent fatal errors -----

>>> k.vale@harbour.example <k.vale@harbour.example>

  ----- Transcript of session follows -----
550 sorry, no mailbox here by that name (#5.1.1 - chkusr)

  ----- original message -----
${RETURNED}`,
      { subject: 'FAILURE NOTICE :', marks: 'X-AHMAILID: 4711\n' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Bigfoot',
    told(
      `   ----- The following address had permanent fatal errors -----
<k.vale@harbour.example>

   ----- Transcript of session follows -----
... while talking to mx.harbour.example:
>>> RCPT TO:<k.vale@harbour.example>
<<< 553 sorry, that domain is not allowed to relay through us
550 5.7.1 <k.vale@harbour.example>... Relaying denied

   ----- Message header follows -----
${RETURNED}`,
      { marks: 'Received: from mx1.bigfoot.example (192.0.2.3)\n' },
    ),
    { 'k.vale@harbour.example': 'relay_denied' },
  ),
  bounce(
    'Barracuda, in words',
    told(
      `Your message to:
[ k.vale@harbour.example ]
was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:
Subject: Short question
`,
      {
        from: 'postmaster@gate.harbour.example',
        subject: '**Message you sent blocked by our bulk email filter**',
        marks: 'X-Barracuda-Bounce: yes\n',
      },
    ),
    { 'k.vale@harbour.example': 'spam_block' },
  ),
  bounce(
    'McAfee',
    told(
      `--- The following addresses had delivery problems ---

<k.vale@harbour.example>   (User unknown k.vale@harbour.example)

`,
      { subject: 'Delivery Status', marks: 'X-NAI-Header: Modified by McAfee\n' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Facebook',
    told(
      `This message was created automatically by Facebook.

Sorry, your message could not be delivered to k.vale@facebook.example because:

550 5.1.1 RCP-P1 http://postmaster.facebook.example/response_codes?ip=192.0.2.9#rcp The attempted recipient address does not exist.
`,
      {
        from: 'mailer-daemon@mx.facebook.example',
        subject: 'Sorry, your message could not be delivered',
      },
    ),
    { 'k.vale@facebook.example': 'invalid_recipient' },
  ),
  bounce(
    'a gateway with reasons in brackets (X1)',
    told(
      `The original message was received at Tue, 10 Nov 2026 08:14:45 +0100
from anna@acme.example

---The following addresses had delivery errors---

k.vale@harbour.example [User unknown]
`,
      { subject: 'Returned Mail: k.vale' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a provider that answers for its accounts (X2)',
    told(
      `Unable to deliver message to the following address(es).

<k.vale@harbour.example>:
This user doesn't have a harbour.example account (k.vale@harbour.example) [0]

<b.full@harbour.example>:
The mailbox is over quota

--- Original message follows.

${RETURNED}`,
      { subject: 'Delivery failure' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient', 'b.full@harbour.example': 'mailbox_full' },
  ),
  bounce(
    'technical details in frames (X3)',
    told(
      `============================================================================
      This is an automatically generated Delivery Status Notification.
============================================================================

Delivery to the following recipients failed permanently:
  * k.vale@harbour.example


============================================================================
                             Technical details:
============================================================================

  SMTP:RCPT host 192.0.2.8: 553 5.3.0 <k.vale@harbour.example>... No such user here


============================================================================
                     Below this line is a copy of the message
============================================================================
${RETURNED}`,
      { subject: 'Delivery status notification' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a relative of qmail (X4)',
    told(
      `We're sorry. I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<k.vale@harbour.example>:
192.0.2.8 does not like recipient.
Remote host said: 550 Mailbox is over its quota
Giving up on 192.0.2.8.

--- Below this line is a copy of the message.

${RETURNED}`,
      { subject: 'failure notice' },
    ),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
  bounce(
    'errors that are counted (X6)',
    told(
      `We had trouble delivering your message. Full details follow:

Subject: 'Short question'
Date:    'Tue, 10 Nov 2026 08:14:45 +0100'

1 error(s):

SMTP Server <mx.harbour.example> rejected recipient <k.vale@harbour.example>
  (Error following RCPT command). It responded as follows: [550 5.1.1 unknown user <k.vale@harbour.example>]

`,
      { subject: 'There was an error sending your mail' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Yandex',
    told(
      `This is the mail system at host forward1.yandex.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

Please, do not reply to this message.

**************************************

Это сообщение создано автоматически. Письмо не доставлено.

<k.vale@harbour.example>: host mx.harbour.example[192.0.2.8] said: 550 5.1.1
    <k.vale@harbour.example>... User Unknown (in reply to RCPT TO command)
`,
      { from: 'mailer-daemon@yandex.example', subject: 'Недоставленное сообщение' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a phone company that lists rejections (EZweb)',
    told(
      `Each of the following recipients was rejected by a remote mail server.
The reasons given by the server are included to help you determine why
each recipient was rejected.

    Recipient: <k.vale@phone.example>
    >>> RCPT TO:<k.vale@phone.example>
    <<< 550 <k.vale@phone.example>: User unknown

${RETURNED}`,
      { from: 'Postmaster@phone.example', subject: 'Mail System Error - Returned Mail' },
    ),
    { 'k.vale@phone.example': 'invalid_recipient' },
  ),
  bounce(
    'a provider that tells when it was sent (KDDI)',
    told(
      `Your mail sent on: Tue, 10 Nov 2026 08:14:45 +0100
    Could not be delivered to: <k.vale@harbour.example>
    As their mailbox is full.
`,
      { from: 'no-reply@provider.example', subject: 'Delivery failure' },
    ),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
]
