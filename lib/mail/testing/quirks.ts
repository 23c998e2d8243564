import type { Example } from './mails'
import { bounce, told } from './told'

const GONE = { 'k.vale@harbour.example': 'invalid_recipient' }

const FIELDS = `Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; k.vale@harbour.example
Action: failed
Status: 5.1.1
`

interface Shape {
  type?: string
  said?: string
}

const report = (
  fields: string,
  { type = 'message/delivery-status', said = 'It could not be delivered.' }: Shape = {},
): string =>
  told(
    `--q
Content-Type: text/plain

${said}

--q
Content-Type: ${type}

${fields}
--q--`,
    { marks: 'Content-Type: multipart/report; report-type=delivery-status; boundary=q\n' },
  )

const html = (body: string): string =>
  told(`<html><body>${body}</body></html>`, {
    from: 'postmaster@harbour.example',
    subject: 'Undeliverable: Short question',
    marks: 'Content-Type: text/html; charset=utf-8\n',
  })

/** What gateways do to a report on its way. */
export const QUIRKS: readonly Example[] = [
  bounce('fields that are all indented', report(FIELDS.replace(/^(?=\S)/gm, ' ')), GONE),
  bounce('a name in a comment', report(FIELDS.replace('.example\nA', '.example (Kim Vale)\nA')), GONE),
  bounce('a name before the address', report(FIELDS.replace(' k.vale@harbour.example', ' Kim Vale <k.vale@harbour.example>')), GONE), // prettier-ignore
  bounce('an X.400 name', report(FIELDS.replace('rfc822; k.vale@harbour.example', 'x400; /RFC-822=k.vale(a)harbour.example/C=GB/')), GONE), // prettier-ignore
  bounce('fields in a part of another type', report(FIELDS, { type: 'application/octet-stream; name=s.dat' }), GONE), // prettier-ignore
  bounce('no line ends but carriage returns', report(FIELDS).replaceAll('\n', '\r'), GONE),
  bounce('a boundary that the header does not name', report(FIELDS).replace('boundary=q', 'boundary=z'), GONE), // prettier-ignore
  bounce('a report cut off in its last field', report(FIELDS).split('Status')[0]! + 'Status: 5.1.1', GONE),
  bounce(
    'the cause in words that are called a status',
    told(
      `--q
Content-Type: message/delivery-status

This message was undeliverable: the mailbox is full.

--q
Content-Type: message/delivery-status

${FIELDS.replace('Status: 5.1.1\n', '')}
--q--`,
      { marks: 'Content-Type: multipart/report; report-type=delivery-status; boundary=q\n' },
    ),
    { 'k.vale@harbour.example': 'mailbox_full' },
  ),
  bounce('an address behind a person’s name', html('<p>Your message could not be delivered to <a href="mailto:k.vale@harbour.example">Kim Vale</a>.</p><p>550 5.1.1 User unknown</p>'), GONE), // prettier-ignore
  bounce('an address in entities', html('<p>Not delivered:</p><p>&lt;k.vale&#64;harbour.example&gt;: 550 5.1.1 User unknown</p>'), GONE), // prettier-ignore
  bounce(
    'addresses between commas',
    told('Delivery to the following recipients failed, user unknown:\n\nk.vale@harbour.example, b.rock@harbour.example\n', {
      from: 'MAILER-DAEMON@relay.example',
      subject: 'Undelivered Mail Returned to Sender',
    }), // prettier-ignore
    { ...GONE, 'b.rock@harbour.example': 'invalid_recipient' },
  ),
  bounce(
    'the subject of the mail, which reads like a cause',
    told(
      `Your message

  Subject: Mailbox full, user unknown

was not delivered to:

  k.vale@harbour.example

because:

  Relay access denied
`,
      { from: 'Postmaster@harbour.example', subject: 'DELIVERY FAILURE: Relay access denied' },
    ),
    { 'k.vale@harbour.example': 'relay_denied' },
  ),
  bounce(
    'nothing but a subject',
    told('', {
      from: 'MAILER-DAEMON@relay.example',
      subject: 'Undeliverable: k.vale@harbour.example, user unknown',
    }),
    GONE,
  ),
]
