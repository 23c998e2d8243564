import type { Rule } from '../../classify/rule'
import { SENDER } from '../../classify/words'

/** The sender's own address, domain or greeting is what the server refuses. */
export const senders: Rule[] = [
  {
    id: 'sender-domain-unusable',
    says: [
      'from {unknown|invalid|reserved|bogus} {tld|top level domain}',
      `{${SENDER}} {does not have|doesnt have|has no} {mailbox|account|valid mailbox|valid account|mail account}`,
      '{sender domain|domain sender|sender|envelope sender} .. {resolve fail|must exist|no dns|no mx|no records|has no}',
      'sender .. dns records',
      '{does not exist|doesnt exist|not found|unknown domain|invalid domain} .. reply to mail from',

      '{unroutable|unrouteable|unreachable|undeliverable} {sender|return address|return path|sender address}',

      `{${SENDER}|domain of sender|sender address domain|domain of sender address|mail from domain} .. {does not exist|doesnt exist|not found|not exist|unknown|does not resolve|doesnt resolve|no mx|unresolvable|not resolve|cannot resolved|invalid|not valid|isnt valid|nonexistent|non existent|not registered|no dns|no a or mx|no valid mx|null mx|could not found|couldnt found|not verified|verify failed|verification failed|unverifiable|cannot verified|could not verified|undeliverable|no valid|not fqdn|fully qualified|not accept|malformed dns|misformatted|not deliverable|missing mx|not reachable|unrouteable|unroutable|rejected domain|does not accept mail|doesnt accept mail}`,
      '{sender|senders|return path|envelope sender|sender address} {verify|verification|callout} {failed|failure|error|unsuccessful|defer*|}',
      '{cannot|unable to|could not|couldnt|failed to|cant|can not} {verify|validate|resolve|find|lookup|check} .. {sender|sender address|sender domain|senders domain|your domain|from domain|return path|mail from|domain of sender}',
      '{unknown|invalid|bad|nonexistent|illegal|unresolvable|non existent|unverified|fake|forged|improper} {sender|sender address|sender domain|return path|from address|envelope sender|mail from|sending domain|from domain|senders domain|originator|return address|senders address}',
      '{domain|host} .. {from|sender|mail from} .. {does not exist|doesnt exist|not found|no mx|not resolve}',
      '{unresolvable} .. {from domain|sender|mail from|from address}',
      'your domain {does not|doesnt|has no|has not|hasnt|must|is not|not} {exist|resolve|mx|dns|a record|have|registered|valid|found|accept}',
      '{return path|sender|mail from} {must|should|needs} .. {valid|resolve|exist|fqdn|domain}',
    ],
    unless: [
      'sender ip address',
      '{spf|dkim|dmarc|spam|blacklist*|reputation|authenticat*|listed|header|relay*|owned|syntax|logged}',
      'recipient address rejected',
      '{recipient|rcpt} .. {unknown|does not exist}',
    ],
    weight: 78,
    example: '550 5.1.8 The sender domain does not exist',
    source: 'IANA enhanced codes 1.7, 1.8, 7.27; Postfix reject_unknown_sender_domain; Exim verify = sender',
  },
  {
    id: 'sender-callout-failed',
    says: [
      'postmaster verification failed',
      'verification failed .. sender verify failed',
      'verification failed for ... sender verify failed',
      '{unrouteable address|user unknown} .. sender verify failed',
    ],
    weight: 94,
    example: '550-Verification failed for <a@example.com> 550-Called: 192.0.2.4 550 Sender verify failed',
    source: 'Exim verify = sender/callout quotes what the other side said of the sender',
  },
  {
    id: 'sender-refused',
    says: [
      '{denied|refused|banned|blocked} domain name',
      '{denies|denied|rejects|refuses|bans|blocks} {sender|from address|sender address|sending address}',
      'no access for {domain|sender|user|address}',
      'domain {is|} {banned|barred}',
      '{batv|prvs|srs} .. {fail*|invalid|verify|validation|defense|no tag}',
      'rejected by batv',
      'bogus mail from',
      'domain may not exist or dns check failed',
      '{null|empty|blank} {sender|envelope sender|envelope senders|return path} .. {not allowed|not accepted|rejected|refused|denied}',
      '{emetteur|expediteur} invalide',

      `{${SENDER}|senders|your address|your email address|your domain|sender email|mail from command} {rejected|refused|denied|blocked|not allowed|not accepted|not permitted|banned|prohibited|access denied|rejected by|blocked by|address rejected|has been blocked|not authorized|unauthorized|disallowed|has been denied|address blocked|has been rejected|not welcome|barred|not trusted|restricted}`,
      `{${SENDER}|your domain|your address|your email} .. {rejected|refused|denied|blocked|not allowed|not accepted|banned|not permitted|prohibited|disallowed}`,
      '{rejected|refused|blocked|denied|banned|reject|block|refuse} {sender|sender address|sender domain|from address|mail from|domain|your domain|messages from you|your address|return path|senders domain|email from this sender|this sender|from domain|mail from sender}',
      '{domain|sender} .. {on|in} .. {our deny|blocked senders|local block|deny}',
      'banned sender',
      'access denied .. sender',
      '{blocked|banned|bad} {senders|sender|outbound sender}',
    ],
    unless: [
      'user disabled',
      'recipient rejected',
      '{spf|dkim|dmarc|spam|blacklist*|blocklist*|reputation|authenticat*|listed|header|relay*|owned|syntax|logged|rbl|dnsbl|ip|greylist*|rate|unsolicited|volume|temporar*|reverse dns|ptr|bounce address|delist*}',
      'recipient address rejected',
      '{user|recipient|mailbox} {unknown|not found|does not exist}',
      'unknown user',
      'too many',
    ],
    weight: 60,
    example: '554 5.7.1 The sender address was refused',
    source: 'Postfix check_sender_access; Exchange sender filter agent',
  },
  {
    id: 'greeting-refused',
    says: [
      '{helo|ehlo} .. {missing|no dns}',
      'helohost',
      '{helo|ehlo|helo command|ehlo command|hello} .. {rejected|refused|invalid|denied|blocked|not valid|syntactically invalid|not found|need|must|does not match|mismatch|not accepted|fully qualified|fqdn|not allowed|unknown|forged|bogus|does not resolve|failed|impersonat*|bad|unacceptable|error}',
      '{invalid|bad|bogus|illegal|forged|fake|rejected|wrong|suspicious|inaccurate} {helo|ehlo|hello|greeting}',
      'helo/ehlo',
      '{proper|valid|correct|real|own|right|legitimate|fully qualified|sane} {helo|ehlo|hello}',
      '{fix|correct|check|change} your {helo|ehlo|hello}',
    ],
    unless: ['syntax error in parameters', '{spf|listed|blacklist*|rbl|polite}', 'send {helo|ehlo} first'],
    weight: 74,
    example: '550 5.7.1 Helo rejected: a full name is asked for',
    source: 'Postfix reject_invalid_helo_hostname; Exim; IronPort',
  },
]
