import type { Rule } from '../../classify/rule'

/** Block lists and providers' own marks, by name. */
export const lists: Rule[] = [
  {
    id: 'named-block-list',
    says: [
      'blocked by {ivmsip|ivmuri|ivmsip24}',
      'ivmsip*',

      '{spamhaus|spamcop|barracudacentral|barracuda reputation|sorbs|uceprotect|invaluement|abuseat|njabl|dsbl|mailspike|psbl|spfbl|manitu|nixspam|dronebl|backscatterer|senderbase|spamrats|hostkarma|gbudb|truncate|ahbl|ordb|trustedsource|talosintelligence|junkemailfilter|surriel|wpbl|spameatingmonkey|cbl|sender score|senderscore|return path certified|csi|cloudmark sender intelligence|csma|lashback|blocklist de|abusix|mailblacklist|spam rats|0spam|fortiguard|ers|mail abuse|mapsrbl|maps|rbl plus|rblplus|kelkea|spamcannibal|spews|osirusoft|blitzed|fivetensg|rfc ignorant|rfcignorant|spamikaze}',
    ],
    with: [
      [
        '{blocked|listed|database|appears|found|rejected|refused|denied|block|list|blacklist*|blocklist*|rbl|dnsbl|see|query|lookup|reputation|bl|zen|sbl|xbl|pbl|css|using|http|https|poor|removal|delist*|deny|access|banned|spam}',
      ],
    ],
    unless: [
      '{url|uri|link|domain in body|body} .. {listed|found|blacklist*}',
      '{blocking|blocked|listed} {url|urls|link|links}',
      'sender verify failed',
    ],
    weight: 92,
    example: '554 5.7.1 Client host [192.0.2.7] blocked using bl.spamcop.net',
    source:
      'check.spamhaus.org, spamcop.net, barracudacentral.org, sorbs.net, uceprotect.net, senderscore.org',
  },
  {
    id: 'block-list-by-name-alone',
    says: [
      '{spamhaus|spamcop|barracudacentral|sorbs|uceprotect|abuseat|njabl|dsbl|mailspike|psbl|spfbl|nixspam|dronebl|spamrats|hostkarma|invaluement|surriel}',
    ],
    unless: ['{url|urls|uri|link|links|body|content|sender verify}', 'not listed'],
    weight: 70,
    example: '450 Requested action not taken: mx7, dnsbl.sorbs.net',
    source: 'Coremail names the list and says no more',
  },
  {
    id: 'domain-on-list',
    says: ['{dbl|surbl|uribl|ivmuri|rhsbl|url block list}'],
    unless: ['local {uribl|surbl} policy', 'breaches', '{body|content|url|uri|link|links}'],
    weight: 78,
    example: '550 5.7.1 Your domain is known to SURBL',
    source: 'spamhaus.org/dbl, surbl.org, uribl.com',
  },
  {
    id: 'microsoft-block-marks',
    says: [
      '{s3140|s3150|s844|s77719|s775}',
      'part {their|your} network {on|is on} our block list',
      'messages from .. werent sent .. block list',
      '{access denied|} traffic not accepted from this ip',
      'banned sending {ip|ips|address}',
      '{blocked|banned} ... delist*',
      'delist .. {outlook|office|microsoft|portal}',
      '{dc|ou|sc|dy}-00*',
      'access denied bad inbound connector',
      'unfortunately messages from .. werent sent',
    ],
    weight: 90,
    example: '550 5.7.1 Unfortunately, messages from [192.0.2.7] weren’t sent (S3140)',
    source: 'sendersupport.olc.protection.outlook.com; learn.microsoft.com 5.7.606–649',
  },
  {
    id: 'provider-block-marks',
    says: [
      '{hvu|rly|dyn|rtr|dnsp|dns nr|con b1|con c1}',

      '{bl00*|bl21|bl23|ib103|ib104|ib105|ib106|ib108|ib110|ib111|ib112|ib113}',
      '{not accepting|all messages from} .. permanently deferred',
      'messages from .. permanently {deferred|rejected|blocked}',
      'permanently deferred',
      'aup {cxbl|cdrbl|cxdns}',
      'ipbl*',
      'blocked for abuse',
      'bounce attacks',
      '{rejecting|rejected} .. {local policy|blocked} .. {rbl|dnsbl|reputation|ip}',
      'your {ip|access|network} to {mail system|our mail|this mail|mail server} .. {rejected|blocked|refused|denied}',
      '{access to|your access} .. mail system .. rejected due',
      '{sending|poor} mta .. poor reputation',
      'ip {address|} .. {bad|poor|low} {reputation|score}',
      'fault {ip|address} .. blacklist',
    ],
    weight: 80,
    example: '554 Your access to this mail system has been rejected due to the sending MTA',
    source: 'Cisco IronPort; Yahoo TS03; Comcast BL and RP; GoDaddy IB; Apple CS01, HM08',
  },
  {
    id: 'charter-mark',
    says: ['aup {i|in}'],
    unless: ['{too many|limit|exceed*|size|recipients|sender|virus|spf|dkim|authenti*}'],
    weight: 50,
    example: '554 AUP#I-1000 mx.example.com',
    source: 'spectrum.net, e-mail error codes',
  },
  {
    id: 'blacklisted-languages',
    says: [
      '{ip|ip adresse|server|absender|absender ip|adresse} .. {gesperrt|geblockt|blockiert|auf sperrliste|auf blacklist|schwarzen liste|blackliste}',
      '{schwarze liste|schwarzer liste|sperrliste}',
      '{liste noire|ip bloquee|listes noires|adresse ip blacklistee}',
      '{lista negra|listas negras|ip bloqueada|ip bloqueado}',
      '{lista nera|ip bloccato|indirizzo ip bloccato}',
      '{zwarte lijst|ip geblokkeerd}',
      '{czarna lista|czarnej liscie|ip zablokowane}',
      '{черный список|черном списке|чёрном списке|черных списках|ваш ip заблокирован|блеклист}',
      '{ip|хост|сервер|адрес} .. {заблокирован|в черном списке}',
      '{黑名单|黑名單|ip被封|ip被拒|封禁|信誉|信誉度}',
      '{ブラックリスト|ブロックリスト|拒否リスト|評価が低い|レピュテーション}',
      '{블랙리스트|차단 목록}',
    ],
    unless: ['{empfanger|destinataire|postfach|пользователь|ящик}'],
    weight: 80,
    example: '554 Ihre IP steht auf einer schwarzen Liste',
  },
]
