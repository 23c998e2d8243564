import type { Rule } from '../../classify/rule'

/** The helpers a server asks before it takes a mail. */
const CHECKER =
  'virus scanner|virus filter|virus checker|scanner|spam scanner|content scanner|content filter|spam filter|antivirus|anti virus|antispam|anti spam|policy service|policy server|policy daemon|access policy service|greylisting service|reputation service|filter service|filtering service|scan engine|scanning engine|clamd|clamav|spamd|spamassassin|milter|rspamd|amavis*|rate limiting|verification service|authentication service|authentication server|directory service|account service|user database|mail filter'

/** A check could not be made: the server's own trouble, whatever it would have looked for. */
export const checks: Rule[] = [
  {
    id: 'check-not-made',
    says: [
      `{${CHECKER}} {unavailable|not available|temporarily unavailable|currently unavailable|down|offline|timed out|timeout|not responding|not running|crashed|unreachable|busy|overloaded|failed to start|could not reached|not ready|connection failed|connect failed}`,
      `{error|errors|failure|failed|fail|unable|cannot|could not|couldnt|cant|problem} {to|} {run|running|start|starting|contact|contacting|connect|connecting|call|calling|invoke|invoking|execute|executing|reach|reaching|query|querying|talk|talking|communicate|communicating} {to|with|} {${CHECKER}}`,
      '{unable|cannot|could not|couldnt|failed|fail} {to|} {login|log in|bind|connect|logon} .. {ldap|directory|database|sql|mysql|postgresql} {server|service|host|}',
      '{could not|couldnt|cannot|unable to|failed to} {scan|virus scan|be scanned|scanned|virus check} .. {later|temporar*|moment|now}',
    ],
    unless: ['{rejected|blocked} by'],
    weight: 88,
    example: '451 4.7.1 Our virus scanner is not running',
    source: 'milters, policy delegation, Haraka plugins: a check that failed defers the mail',
  },
  {
    id: 'store-failed',
    says: [
      '{storage|disk|spool|filesystem|file system|mail store|mailstore|message store} {error|errors|failure|fault|problem|unavailable|offline}',
    ],
    unless: ['{conversion|convert|full|exceeded|quota}'],
    weight: 80,
    example: '452 4.3.0 The mail store is offline',
    source: 'SMTP servers that name the part of theirs that failed',
  },
  {
    id: 'server-not-trusted',
    says: [
      'tlsa {invalid|record|records|lookup|validation|mismatch}',
      'dane {validation|failed|failure|authentication|verification|mismatch|error}',
      '{certificate|certificate host} {mismatch|expired|host mismatch|name mismatch|untrusted|not trusted|revoked|unknown}',
      '{remote|server|servers|peer} certificate {must|expired|does not|doesnt|not}',
      'starttls not supported',
      '{tls|starttls|encryption|ssl} required but not {supported|offered|available|advertised}',
      '{server|host|peer} must support {tls|starttls|ssl|encryption}',
      '{server|host|peer|remote} {does not|doesnt|did not} {support|offer|advertise|provide} {auth|authentication|starttls|tls|ssl|encryption}',
      '{mta sts|mtasts|sts} {policy|validation|webpki|fetch}',
    ],
    unless: ['{ip|reputation|spf|dkim|dmarc|spam}'],
    weight: 90,
    example: '450 4.7.325 The certificate has expired, so we did not hand the mail over',
    source: 'Exchange Online 7.321–7.325: DANE, MTA-STS; RFC 8460',
  },
]
