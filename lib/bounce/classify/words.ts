/** Word groups that many rules share, as the alternatives of a `{…}` group. */

/** What servers call the place a mail goes to. */
export const MAILBOX =
  'user|recipient|mailbox|account|address|email address|e mail address|recipient address|mail box|email account|mail account|user account|addressee|username|user name|userid|user id|alias|inbox|recipients mailbox|destination address|destination mailbox|destination|email|person|local part|local user|customer|member|contact|recipients address|recipients email address|recipients account|mail address|mail user|recipient mailbox|recipients|addresses|mailaddress|mail recipient|destination user|receiver|target|rcpt|rcpt to|subscriber|customer mailbox|employee|email name|e mail name'

/** That something is not there. */
export const ABSENT =
  'not found|unknown|not known|not exist|does not exist|doesnt exist|do not exist|dont exist|did not exist|not exists|not existing|dosnt exist|dosent exist|doenst exist|doesnot exist|dose not exist|does not exit|not exit|non existent|nonexistent|non existing|no longer exists|no longer valid|could not found|cannot found|not recognized|not recognised|invalid|not valid|isnt valid|not a valid|doesnt exists|does not exists|not listed|not registered|couldnt found|not be found|can not found|cant found|not local|no longer available|does no longer exist|unkown|unknow|no exist|does no longer exist|never existed|not existing|bogus|undefined|not defined|not on file|not on record|unresolvable|dead|is gone|gone'

/** That a mailbox was shut. */
export const CLOSED =
  'disabled|inactive|suspended|deactivated|not active|no longer active|closed|terminated|deleted|expired|discontinued|locked|frozen|blocked due inactivity|removed|cancelled|canceled|not enabled|not activated|abandoned|retired|deprovisioned|dormant|no longer in use|no longer used|obsolete|archived|administratively disabled|temporarily disabled|currently disabled|currently suspended|permanently disabled|currently inactive|currently not active|disabled by administrator|currently locked|no longer on server|permanently closed|forbidden|forbided|barred|revoked|purged|defunct|decommissioned|shut down|frozen by administrator|unused|not used|retired from service'

/** The sending side's address, as servers call it. */
export const SENDER =
  'sender|sender address|sender domain|senders domain|senders address|envelope sender|mail from|return path|from address|mailfrom|sending domain|envelope from|from domain|reverse path|sender email address|sender email|senders email address|sending address|senders email|originator|domain sender|domain sender address'

/** The sending machine, as servers call it. */
export const CLIENT =
  'ip|ip address|client host|client|sending ip|sender ip|sending server|your server|your mail server|your host|your network|your ip address|sending mta|connecting ip|connecting host|source ip|remote ip|sending host|senders ip|sending ip address|sender ip address|client ip|client ip address|connecting ip address|your mailserver|outgoing mail server|ips|network|ip range|subnet|your email server|your smtp server|senders ip address|senders server|sender host'

/** What was sent. */
export const MESSAGE =
  'message|mail|email|e mail|messages|mails|emails|content|transaction|connection|delivery|submission|communication|letter'
