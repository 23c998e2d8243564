/** A block list, or a provider's own list of senders it refuses, as replies name it. */
export interface BlockList {
  id: string
  name: string
  /** Found in the reply, in small letters. */
  mark: RegExp
  /** Where a listing is looked up and taken off; null where there is nothing to ask for. */
  url: string | null
  /** What to know before asking, in a sentence. */
  note: string
  /** Counts only where no other list whose id begins like this one's is named. */
  general?: true
}

const SPAMHAUS = 'https://check.spamhaus.org/'

/** Public block lists. Pages as of 2026. */
export const BLOCK_LISTS: readonly BlockList[] = [
  {
    id: 'spamhaus-pbl',
    name: 'Spamhaus PBL',
    mark: /\bpbl\.spamhaus|spamhaus\.org\/(?:query\/)?pbl|spamhaus[^.]{0,20}\bpbl\b/,
    url: SPAMHAUS,
    note: 'It lists ranges that should not send mail directly. Send through your provider’s server, or have the owner of the address take it off.',
  },
  {
    id: 'spamhaus-css',
    name: 'Spamhaus CSS',
    mark: /\bcss\.spamhaus|spamhaus\.org\/(?:query\/)?css|spamhaus[^.]{0,20}\bcss\b|sbl ?css\b/,
    url: SPAMHAUS,
    note: 'It lists senders of unwanted mail and new servers that behave like one. Listings end by themselves some days after the mail stops.',
  },
  {
    id: 'spamhaus-xbl',
    name: 'Spamhaus XBL',
    mark: /\bxbl\.spamhaus|spamhaus\.org\/(?:query\/)?xbl|spamhaus[^.]{0,20}\bxbl\b|cbl\.abuseat|abuseat\.org|\bcbl\b/,
    url: SPAMHAUS,
    note: 'It lists machines that look infected. Find and clean the machine first, or the listing returns.',
  },
  {
    id: 'spamhaus-sbl',
    name: 'Spamhaus SBL',
    mark: /\bsbl\.spamhaus|spamhaus\.org\/(?:query\/)?sbl|spamhaus[^.]{0,20}\bsbl\b|\bsbl\d{5,}/,
    url: SPAMHAUS,
    note: 'People list here by hand. Your internet provider has to ask for the removal.',
  },
  {
    id: 'spamhaus-dbl',
    name: 'Spamhaus DBL',
    mark: /\bdbl\.spamhaus|spamhaus\.org\/(?:query\/)?dbl|spamhaus[^.]{0,20}\bdbl\b/,
    url: SPAMHAUS,
    note: 'It lists domains, not addresses of servers: yours, or one that a link in your mail leads to.',
  },
  {
    id: 'spamhaus-zen',
    name: 'Spamhaus',
    mark: /spamhaus/,
    general: true,
    url: SPAMHAUS,
    note: 'Several lists in one. Look the address up: the page says on which it is and how to leave it.',
  },
  {
    id: 'spamcop',
    name: 'SpamCop',
    mark: /spamcop/,
    url: 'https://www.spamcop.net/bl.shtml',
    note: 'A listing ends by itself about a day after the last report.',
  },
  {
    id: 'barracuda',
    name: 'Barracuda Reputation',
    mark: /barracudacentral|barracuda (?:reputation|networks? reputation|rbl)|\bbrbl\b|barracudanetworks\.com\/reputation/,
    url: 'https://www.barracudacentral.org/rbl/removal-request',
    note: 'A request is usually answered within half a day.',
  },
  {
    id: 'sorbs',
    name: 'SORBS',
    mark: /sorbs/,
    url: null,
    note: 'SORBS closed in June 2024 and lists nobody any more: the recipient’s mail server still asks it, and their IT should take it out.',
  },
  {
    id: 'uceprotect-2-3',
    name: 'UCEPROTECT Level 2 or 3',
    mark: /dnsbl-[23]\.uceprotect|uceprotect[^.]{0,12}(?:level|l) ?[23]\b/,
    url: 'https://www.uceprotect.net/en/rblcheck.php',
    note: 'The whole network is listed, not your server. Only its provider can change that; do not pay for an express removal.',
  },
  {
    id: 'uceprotect',
    name: 'UCEPROTECT Level 1',
    mark: /uceprotect/,
    general: true,
    url: 'https://www.uceprotect.net/en/rblcheck.php',
    note: 'A listing ends by itself after seven days without a hit; you need not pay.',
  },
  {
    id: 'invaluement',
    name: 'Invaluement',
    mark: /invaluement|\bivm(?:sip(?:24)?|uri)\b/,
    url: 'https://www.invaluement.com/removal/',
    note: 'It lists senders of cold and bought-list mail. Stop that mail before you ask.',
  },
  {
    id: 'surbl',
    name: 'SURBL',
    mark: /surbl/,
    url: 'https://surbl.org/surbl-analysis',
    note: 'It lists domains of links in mails. Look up every domain your mail links to.',
  },
  {
    id: 'uribl',
    name: 'URIBL',
    mark: /uribl/,
    url: 'https://admin.uribl.com/',
    note: 'It lists domains of links in mails. Look up every domain your mail links to.',
  },
  {
    id: 'cloudmark',
    name: 'Cloudmark Sender Intelligence',
    mark: /cloudmark|\bcsi\.|\bcsi\b/,
    url: 'https://csi.cloudmark.com/en/reset/',
    note: 'Ask for a reset of the address; many internet providers go by this list.',
  },
  {
    id: 'sender-score',
    name: 'Sender Score',
    mark: /sender ?score|return ?path/,
    url: 'https://senderscore.org/',
    note: 'It is a mark of 0 to 100 and rises as complaints fall; there is nothing to take off.',
  },
  {
    id: 'abusix',
    name: 'Abusix',
    mark: /abusix|mail\.abusix/,
    url: 'https://lookup.abusix.com/',
    note: 'You can take an address off yourself with a free account.',
  },
  {
    id: 'mailspike',
    name: 'Mailspike',
    mark: /mailspike/,
    url: 'https://mailspike.io/ip_verify',
    note: 'It goes by recent behaviour and improves by itself.',
  },
  {
    id: 'psbl',
    name: 'PSBL',
    mark: /\bpsbl\b|surriel/,
    url: 'https://psbl.org/remove',
    note: 'Anybody may take an address off; it returns with the next spam.',
  },
  {
    id: 'trend-micro',
    name: 'Trend Micro ERS',
    mark: /mail-abuse\.(?:org|com)|trend ?micro (?:rbl|ers|email reputation)|ers\.trendmicro|\brbl-?plus\b|\bkelkea\b/,
    url: 'https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/',
    note: 'The request must come from the owner of the address.',
  },
  {
    id: 'proofpoint',
    name: 'Proofpoint Dynamic Reputation',
    mark: /ipcheck\.proofpoint|proofpoint[^.]{0,30}(?:reputation|pdr|blocked)|\bpdr\b/,
    url: 'https://ipcheck.proofpoint.com/',
    note: 'Look the address up and ask on the same page.',
  },
  {
    id: 'talos',
    name: 'Cisco Talos',
    mark: /talosintelligence|senderbase|sending mta'?s poor reputation|ironport/,
    url: 'https://talosintelligence.com/reputation_center/support',
    note: 'A poor reputation recovers within days once the mail improves; ask only if it does not.',
  },
  {
    id: 'spfbl',
    name: 'SPFBL',
    mark: /spfbl/,
    url: 'https://spfbl.net/en/delist/',
    note: 'The name of your server has to lead back to its address first.',
  },
  {
    id: 'dronebl',
    name: 'DroneBL',
    mark: /dronebl/,
    url: 'https://dronebl.org/lookup',
    note: 'It lists open proxies and infected machines. Close or clean it first.',
  },
  {
    id: 'blocklist-de',
    name: 'blocklist.de',
    mark: /blocklist\.de/,
    url: 'https://www.blocklist.de/en/delist.html',
    note: 'It lists machines that attacked others. A listing ends by itself after two days.',
  },
  {
    id: 'spamrats',
    name: 'SpamRATS',
    mark: /spam ?rats/,
    url: 'https://www.spamrats.com/removal.php',
    note: 'Give your server a proper name in reverse DNS first.',
  },
  {
    id: 'nix-spam',
    name: 'NiX Spam',
    mark: /nix ?spam|ix\.dnsbl\.manitu|dnsbl\.manitu/,
    url: null,
    note: 'NiX Spam closed in January 2025: the recipient’s mail server still asks it, and their IT should take it out.',
  },
  {
    id: 'backscatterer',
    name: 'Backscatterer',
    mark: /backscatterer/,
    url: 'https://www.backscatterer.org/',
    note: 'It lists servers that answer spam with bounces. A listing ends by itself after four weeks.',
  },
  {
    id: 'hostkarma',
    name: 'Hostkarma',
    mark: /hostkarma|junkemailfilter/,
    url: 'https://ipadmin.junkemailfilter.com/remove.php',
    note: 'You can take an address off yourself.',
  },
]
