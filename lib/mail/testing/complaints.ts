/** Feedback reports of our own writing. */
interface Feedback {
  id: string
  /** Who complained, as the report names them; absent: it doesn't. */
  who?: string
  /** Who wrote the mail complained of, as the report quotes it. */
  from?: string
  /** Whom the quoted mail went to. */
  to?: string
  type?: string
}

/** A feedback report (RFC 5965) on a mail of ours. */
export function feedbackReport({
  id,
  who,
  from = 'anna@acme.example',
  to = who,
  type = 'abuse',
}: Feedback): string {
  const named = who ? `Original-Rcpt-To: <${who}>\n` : ''
  return `From: Feedback <feedback@provider.example>
To: fbl@acme.example
Date: Tue, 10 Nov 2026 08:15:00 +0100
Message-ID: <${id}@provider.example>
Subject: FW: Short question
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f"

--f
Content-Type: text/plain

This is an email abuse report.

--f
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: Feed/1
Version: 1
Original-Mail-From: <bounce-17@mailer.example>
${named}Source-IP: 192.0.2.9

--f
Content-Type: message/rfc822

From: Anna <${from}>
To: ${to ?? 'undisclosed-recipients:;'}
Date: Mon, 09 Nov 2026 09:00:00 +0100
Message-ID: <q-${id}@acme.example>
Subject: Short question

Have you got a minute?

--f--
`
}

/** A report as Outlook.com sent them: the mail itself, with whom it went to in a header of theirs. */
export const OUTLOOK_COMPLAINT = `From: staff@hotmail.com
To: fbl@acme.example
Date: Tue, 10 Nov 2026 08:15:00 +0100
Message-ID: <jmrp@hotmail.com>
Subject: complaint about message from 192.0.2.9
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="j"

--j
Content-Type: message/rfc822

X-HmXmrOriginalRecipient: lena@hotmail.com
From: Anna <anna@acme.example>
To: lena@hotmail.com
Message-ID: <j1@acme.example>
Subject: Short question

Have you got a minute?

--j--
`
