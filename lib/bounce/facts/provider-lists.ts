import type { BlockList } from './block-lists'

/** Lists that a mailbox provider keeps for itself, with the page where a sender asks. */
export const PROVIDER_LISTS: readonly BlockList[] = [
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    mark: /sender\.office\.com|delist@(?:messaging\.)?microsoft|\b5\.7\.(?:511|60[6-9]|6[1-4]\d)\b|banned sending ip/,
    url: 'https://sender.office.com/',
    note: 'Enter the address of your server and yours; it works within a day. A 5.7.511 needs a mail to delist@microsoft.com.',
  },
  {
    id: 'outlook-com',
    name: 'Outlook.com',
    mark: /\b(?:s3140|s3150|s844|s775|s77719)\b|part of their network is on our block list|mail\.live\.com\/mail\/troubleshooting/,
    url: 'https://olcsupport.office.com/',
    note: 'Ask with the form, then watch the address with SNDS, Microsoft’s page for senders.',
  },
  {
    id: 'gmail',
    name: 'Gmail',
    mark: /gsmtp[^]*(?:unsolicited|reputation|rate limit|blocked)|(?:unsolicited|reputation|rate limit|blocked)[^]*(?:gsmtp|support\.google\.com)/,
    url: 'https://postmaster.google.com/',
    note: 'There is nothing to take off. Postmaster Tools show your reputation and spam rate: keep that below 0.1 %.',
  },
  {
    id: 'yahoo',
    name: 'Yahoo and AOL',
    mark: /\[(?:ts|tss)\d\d\]|postmaster\.yahooinc|senders\.yahooinc|postmaster\.aol\.com|\b(?:hvu|rly|dyn|rtr|dnsp):/,
    url: 'https://senders.yahooinc.com/contact',
    note: 'Ask with the form for senders after a day of less and better mail.',
  },
  {
    id: 'icloud',
    name: 'iCloud Mail',
    mark: /\[(?:cs|hm)\d\d\]|icloudadmin@apple|support\.apple\.com\/(?:[a-z-]+\/)?(?:ht204137|102322)/,
    url: 'https://support.apple.com/102322',
    note: 'The page says what Apple expects and where to write.',
  },
  {
    id: 'symantec',
    name: 'Symantec (Broadcom)',
    mark: /ipremoval\.sms\.symantec|symantec[^.]{0,30}reputation|messagelabs[^.]{0,40}(?:blocked|reputation)/,
    url: 'https://ipremoval.sms.symantec.com/',
    note: 'Look the address up and ask on the same page.',
  },
  {
    id: 'comcast',
    name: 'Comcast',
    mark: /comcast[^]*\b(?:bl|rl|rp)\d{6}\b|postmaster\.comcast|spa\.xfinity/,
    url: 'https://spa.xfinity.com/',
    note: 'Ask with the form for blocked senders.',
  },
  {
    id: 'united-internet',
    name: 'GMX, WEB.DE, IONOS',
    mark: /postmaster\.(?:gmx|web\.de|1und1|1and1)|kundenserver\.de[^]*(?:reputation|blacklist)/,
    url: 'https://postmaster.gmx.net/en/',
    note: 'The page explains each code and has the form.',
  },
  {
    id: 't-online',
    name: 'T-Online',
    mark: /tosa\.rx\.t-online|tobr@rx\.t-online|postmaster\.t-online/,
    url: 'https://postmaster.t-online.de/',
    note: 'T-Online refuses servers it does not know. Write to tobr@rx.t-online.de from a server with a full imprint.',
  },
  {
    id: 'godaddy',
    name: 'GoDaddy',
    mark: /unblock\.secureserver|\bib(?:10[3-8]|11[0-3]|508|705)\b/,
    url: 'https://unblock.secureserver.net/',
    note: 'Ask with the form, with the whole reply.',
  },
  {
    id: 'mail-ru',
    name: 'Mail.ru',
    mark: /(?:postmaster|help)\.mail\.ru/,
    url: 'https://postmaster.mail.ru/',
    note: 'Sign your domain up there to see your reputation and to ask.',
  },
]
