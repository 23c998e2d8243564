import type { MailFormat } from './format'

/** Reports as mailboxes get them: one mail (.eml), or many in an mbox. Read by lib/mail, a message at a time. */
export const mail: MailFormat = {
  id: 'mail',
  kind: 'mail',
  name: 'Bounce mails (.eml, mbox)',
  about:
    'The reports in your mailbox: save one as .eml, drag several or a ZIP of them here, or export the folder as mbox.',
  vendorPrefix: 'mail',
  sampleName: 'bounce.eml',
  sample: `Return-Path: <>
Date: Wed, 03 Sep 2025 09:14:02 +0000
From: Mail Delivery System <MAILER-DAEMON@mx1.acme.example>
To: anna@acme.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <20250903091402.4cGx1T2vRz@mx1.acme.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4cGx1T2vRz"

--4cGx1T2vRz
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one recipient.

<nora@hillside-dental.example>: host mx.hillside-dental.example[192.0.2.7]
    said: 550 5.1.1 User unknown (in reply to RCPT TO command)

--4cGx1T2vRz
Content-Type: message/delivery-status

Reporting-MTA: dns; mx1.acme.example

Final-Recipient: rfc822; nora@hillside-dental.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.hillside-dental.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--4cGx1T2vRz
Content-Type: text/rfc822-headers

Message-ID: <7f1a@acme.example>
Date: Wed, 03 Sep 2025 09:14:00 +0000
From: Anna <anna@acme.example>
To: Nora <nora@hillside-dental.example>
Subject: Dentists in your street
X-Campaign: Dentists Q3

--4cGx1T2vRz--
`,
}
