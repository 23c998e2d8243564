import type { Example } from './mails'
import { bounce, RETURNED, told } from './told'

/** More reports of servers and services, as in gateways.ts. */
export const SERVERS: readonly Example[] = [
  bounce(
    'an old Sendmail',
    told(
      `   ----- Transcript of session follows -----
While talking to mx.harbour.example:
>>> RCPT To:<k.vale@harbour.example>
<<< 550 5.1.1 <k.vale@harbour.example>... User unknown
550 <k.vale@harbour.example>... User unknown

   ----- Unsent message follows -----
${RETURNED}`,
      {
        from: 'Mail Delivery Subsystem <MAILER-DAEMON@relay.example>',
        subject: 'Returned mail: User unknown',
      },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Zoho',
    told(
      `This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

k.vale@harbour.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <k.vale@harbour.example>... User Unknown

${RETURNED}`,
      {
        from: 'mailer-daemon@mail.zoho.example',
        subject: 'Undelivered Mail Returned to Sender',
        marks: 'X-ZohoMail: Si CHF_MF_NL SS_10\n',
      },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'm-FILTER',
    told(
      `-------server message
550 5.1.1 unknown user <k.vale@harbour.example>

-------SMTP command
RCPT TO <k.vale@harbour.example>

-------original message
${RETURNED}`,
      { subject: 'failure notice', marks: 'X-Mailer: m-FILTER\n' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Smail',
    told(
      `|------------------------- Message log follows: -------------------------|
 no valid recipients were found for this message
|------------------------- Failed addresses follow: ---------------------|
 <k.vale@harbour.example> ... unknown host
|------------------------- Message text follows: ------------------------|
${RETURNED}`,
      { subject: 'mail failed, returning to sender' },
    ),
    { 'k.vale@harbour.example': 'domain_not_found' },
  ),
  bounce(
    'Exchange 5.5',
    told(
      `Your message

  To:      k.vale@harbour.example
  Subject: Short question
  Sent:    Tue, 10 Nov 2026 08:14:45 +0100

did not reach the following recipient(s):

k.vale@harbour.example on Tue, 10 Nov 2026 08:15:00 +0100
    The recipient name is not recognized
	The MTS-ID of the original message is: c=de;a= ;p=harbour
    MSEXCH:IMS:HARBOUR:MAIN:MAIL 0 (000C05A6) Unknown Recipient
`,
      { from: 'System Administrator <postmaster@harbour.example>', subject: 'Undeliverable: Short question' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'CommuniGate',
    told(
      `Failed to deliver to '<k.vale@harbour.example>'
SMTP module(domain harbour.example) reports:
 host mx.harbour.example says:
 550 5.2.2 mailbox full
`,
      { subject: 'Undeliverable mail: Short question' },
    ),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
  bounce(
    'MDaemon',
    told(
      `The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has been removed from the mail queue.

Session Transcript:

--> RCPT To:<k.vale@harbour.example>
<-- 550 5.1.1 k.vale@harbour.example, no such user here
--> QUIT
<-- 221 closing

Failed address: k.vale@harbour.example
`,
      { subject: 'Permanent Delivery Failure' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'hMailServer',
    told(
      `Your message did not reach some or all of the intended recipients.

   Sent: Tue, 10 Nov 2026 08:14:45 +0100
   Subject: Short question

The following recipient(s) could not be reached:

k.vale@harbour.example
   Error Type: SMTP
   Remote server (192.0.2.8) issued an error.
   hMailServer sent: RCPT TO:<k.vale@harbour.example>
   Remote server replied: 550 5.7.1 Relay access denied

hMailServer
`,
      { subject: 'Message undeliverable: Short question' },
    ),
    { 'k.vale@harbour.example': 'relay_denied' },
  ),
  bounce(
    'SmarterMail',
    told(
      `Could not deliver message to the following recipient(s):

Failed Recipient: k.vale@harbour.example
Reason: Remote host said: 550 5.1.1 The email account that you tried to reach does not exist

   -- The header and top 20 lines of the message follows --

${RETURNED}`,
      { from: 'System Administrator <>', subject: 'Delivery Failure' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'Haraka',
    told(
      `Hi. This is the Haraka Mailer program at relay.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

Intended Recipients: k.vale@harbour.example
Failed Recipients: k.vale@harbour.example
Reasons: 550 5.1.1 unknown mailbox

`,
      { from: 'MAILER-DAEMON@relay.example', subject: 'failure notice' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'GroupWise',
    told(
      `The message that you sent was undeliverable to the following:
	k.vale@harbour.example (user not found)
`,
      { from: 'Mailer-Daemon@harbour.example', subject: 'Message status - undeliverable' },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'a phone that cannot take pictures (Verizon)',
    told(
      `Message could not be delivered to mobile.
Error: No valid recipients for this MM

Date: Tue, 10 Nov 2026 08:14:45 +0100
From: anna@acme.example
To: 5550100@pictures.example
Subject: Short question
`,
      { from: 'post_master@pictures.example', subject: 'Undeliverable Message' },
    ),
    { '5550100@pictures.example': 'invalid_recipient' },
  ),
  bounce(
    'Amazon SES by way of an SNS mail',
    told(
      `{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"k.vale@harbour.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"},{"emailAddress":"b.full@harbour.example","action":"failed","status":"5.2.2","diagnosticCode":"smtp; 552 5.2.2 mailbox full"}],"timestamp":"2026-11-10T07:15:00.000Z","feedbackId":"0102-1","reportingMTA":"dsn; a8-50.smtp-out.ses.example"},"mail":{"timestamp":"2026-11-10T07:14:58.000Z","source":"Anna <anna@acme.example>","messageId":"0102-0","destination":["k.vale@harbour.example","b.full@harbour.example"]}}

--
If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:
https://sns.eu-west-1.amazonaws.example/unsubscribe.html?Endpoint=anna@acme.example
`,
      {
        from: 'AWS Notifications <no-reply@sns.amazonaws.example>',
        subject: 'AWS Notification Message',
        marks: 'x-amz-sns-message-id: 4711\n',
      },
    ),
    { 'k.vale@harbour.example': 'invalid_recipient', 'b.full@harbour.example': 'mailbox_full' },
  ),
  {
    name: 'a complaint that Amazon SES sends by way of SNS',
    mail: told(
      `{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"k.vale@harbour.example"}],"timestamp":"2026-11-10T07:15:00.000Z"},"mail":{"source":"anna@acme.example","destination":["k.vale@harbour.example"]}}`,
      {
        from: 'AWS Notifications <no-reply@sns.amazonaws.example>',
        subject: 'AWS Notification Message',
        marks: 'x-amz-sns-message-id: 4712\n',
      },
    ),
    kind: 'complaint',
    bounces: {},
  },
]
