import { plural } from '@/lib/format'

/** What can be taken back from the activity page, by what its `subjectId` names. */
export type UndoKind = 'reclassification' | 'confirmation' | 'dismissal' | 'import' | 'list' | 'fix'

export interface Action {
  group: ActivityGroup
  /** What somebody did, after their name: `imported 1,204 bounces`. */
  says: (count: number) => string
  undo?: UndoKind
  /** Nobody did it: its time had come. */
  byItself?: true
  /** The page of what it was done to, below the workspace; `{id}` is its subject. */
  page?: string
}

export const ACTIVITY_GROUPS = {
  imports: 'Imports',
  bounces: 'Bounces',
  rules: 'Rules',
  dne: 'Do Not Email',
  resubmit: 'Resubmit',
  members: 'Members',
  settings: 'Settings',
} as const
export type ActivityGroup = keyof typeof ACTIVITY_GROUPS

const bounces = (count: number) => plural(count, 'bounce')
const IMPORT = { group: 'imports', page: '/imports/{id}' } as const
const BOUNCES = { group: 'bounces' } as const
const RULES = { group: 'rules', page: '/rules' } as const
const RESUBMIT = { group: 'resubmit', page: '/resubmit' } as const
const BATCH = { group: 'resubmit', page: '/resubmit/batches/{id}' } as const
const DESTINATION = { group: 'resubmit', page: '/resubmit/destinations' } as const
const DNE = { group: 'dne', page: '/dne' } as const
const LIST = { ...DNE, undo: 'list' } as const
const entries = (count: number) => plural(count, 'entry', 'entries')
const MEMBERS = { group: 'members', page: '/members' } as const

/** Every act that is written down, with its words; a test holds the code to this list. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  'import.finished': { ...IMPORT, says: (n) => `imported ${bounces(n)}`, undo: 'import' },
  'import.undone': { ...IMPORT, says: (n) => `took an import back, ${bounces(n)}` },
  'import.cancelled': { ...IMPORT, says: () => 'cancelled an import' },
  'bounces.reclassified': { ...BOUNCES, says: (n) => `reclassified ${bounces(n)}`, undo: 'reclassification' },
  'bounces.reclassification_undone': { ...BOUNCES, says: (n) => `undid a reclassification, ${bounces(n)}` },
  'bounces.confirmed': {
    ...BOUNCES,
    says: (n) => `confirmed ${bounces(n)} of reports that were not verified`,
    undo: 'confirmation',
  },
  'bounces.confirmation_undone': { ...BOUNCES, says: (n) => `took a confirmation back, ${bounces(n)}` },
  'bounces.dismissed': {
    ...BOUNCES,
    says: (n) => `set ${bounces(n)} aside, of reports that are not about your mail`,
    undo: 'dismissal',
  },
  'bounces.dismissal_undone': { ...BOUNCES, says: (n) => `brought ${bounces(n)} back that were set aside` },
  'bounces.recognised_anew': {
    ...BOUNCES,
    says: (n) => `read all bounces again, which changed ${plural(n, 'of them', 'of them')}`,
    undo: 'reclassification',
  },
  'bounces.exported': { ...BOUNCES, says: (n) => `exported ${bounces(n)}` },
  'rule.saved': { ...RULES, says: (n) => `made a rule that moved ${bounces(n)}`, undo: 'reclassification' },
  'rule.edited': {
    ...RULES,
    says: (n) => `edited a rule, which moved ${bounces(n)}`,
    undo: 'reclassification',
  },
  'rule.moved': { ...RULES, says: () => 'changed the order of the rules' },
  'rule.enabled': { ...RULES, says: () => 'switched a rule on' },
  'rule.disabled': { ...RULES, says: () => 'switched a rule off' },
  'rule.deleted': { ...RULES, says: () => 'deleted a rule' },
  'rule.decision_deleted': { ...RULES, says: () => 'took the decision for a reply off' },
  'dne.added': { ...LIST, says: (n) => `put ${entries(n)} on the Do Not Email list` },
  'dne.removed': { ...LIST, says: (n) => `took ${entries(n)} off the Do Not Email list` },
  'dne.changed': { ...LIST, says: () => 'changed an entry of the Do Not Email list' },
  'dne.accepted': { ...LIST, says: (n) => `accepted ${plural(n, 'suggestion')} for the Do Not Email list` },
  'dne.dismissed': { ...LIST, says: (n) => `dismissed ${plural(n, 'suggestion')} for the Do Not Email list` },
  'dne.rolled_back': { ...LIST, says: (n) => `restored ${plural(n, 'contact')} after an incident` },
  'dne.policy_changed': {
    ...LIST,
    page: '/dne/policy',
    says: () => 'changed what bounces do to their contacts',
  },
  'dne.undone': { ...DNE, says: (n) => `took an act on the Do Not Email list back, ${entries(n)}` },
  'dne.file_added': { ...LIST, says: (n) => `added ${entries(n)} from a file` },
  'dne.check_downloaded': { group: 'dne', says: (n) => `checked a list and took ${plural(n, 'row')} of it` },
  'dne.exported': { ...DNE, says: (n) => `exported ${entries(n)} of the Do Not Email list` },
  'resubmit.fixed': {
    ...RESUBMIT,
    says: (n) => `marked a cause as fixed, which made ${plural(n, 'contact')} ready`,
    undo: 'fix',
  },
  'resubmit.fix_undone': { ...RESUBMIT, says: () => 'took a fix back' },
  'resubmit.tries_changed': { ...DESTINATION, says: () => 'changed how often contacts are tried' },
  'resubmit.destination_added': { ...DESTINATION, says: () => 'added a webhook destination' },
  'resubmit.destination_on': { ...DESTINATION, says: () => 'switched a destination on' },
  'resubmit.destination_off': { ...DESTINATION, says: () => 'switched a destination off' },
  'resubmit.destination_removed': { ...DESTINATION, says: () => 'removed a destination' },
  'resubmit.secret_rotated': { ...DESTINATION, says: () => 'gave a destination a new signing secret' },
  'batch.created': { ...BATCH, says: (n) => `made a batch of ${plural(n, 'contact')}` },
  'batch.paused': { ...BATCH, says: () => 'paused a batch' },
  'batch.resumed': { ...BATCH, says: () => 'resumed a batch' },
  'batch.cancelled': { ...BATCH, says: (n) => `cancelled a batch with ${plural(n, 'contact')} left` },
  'batch.contact_cancelled': { ...BATCH, says: () => 'took a contact out of a batch' },
  'batch.downloaded': { ...BATCH, says: (n) => `handed ${plural(n, 'contact')} over as a file` },
  'batch.downloaded_again': { ...BATCH, says: (n) => `downloaded a file of ${plural(n, 'contact')} again` },
  'batch.replayed': { ...BATCH, says: () => 'sent a contact’s webhook again' },
  'member.added': { ...MEMBERS, says: () => 'added a member' },
  'member.invited': { ...MEMBERS, says: () => 'invited a member' },
  'member.joined': { ...MEMBERS, says: () => 'joined' },
  'member.role_changed': { ...MEMBERS, says: () => 'changed a member’s role' },
  'member.disabled': { ...MEMBERS, says: () => 'disabled a member' },
  'member.enabled': { ...MEMBERS, says: () => 'let a member in again' },
  'invite.revoked': { ...MEMBERS, says: () => 'revoked an invite' },
  'user.disabled': { ...MEMBERS, says: () => 'disabled a person' },
  'user.enabled': { ...MEMBERS, says: () => 'let a person in again' },
  'user.password_changed': { ...MEMBERS, says: () => 'changed a password' },
  'user.password_set': { ...MEMBERS, says: () => 'set a password' },
  'user.signed_out_everywhere': { ...MEMBERS, says: () => 'signed out everywhere' },
  'person.erased': { ...DNE, says: (n) => `erased a person with ${bounces(n)}` },
  'person.exported': { group: 'dne', says: () => 'exported what is kept about a person' },
  'retention.changed': {
    group: 'settings',
    page: '/settings',
    says: () => 'changed for how long data is kept',
  },
  'retention.applied': {
    group: 'settings',
    byItself: true,
    page: '/settings',
    says: (n) => `let ${plural(n, 'record')} go whose time was over`,
  },
  'workspace.created': { group: 'settings', says: () => 'made this workspace' },
  'workspace.deleted': { group: 'settings', says: () => 'deleted this workspace' },
  'workspace.changed': {
    group: 'settings',
    page: '/settings',
    says: () => 'changed the workspace’s settings',
  },
  'activity.exported': { group: 'settings', says: () => 'exported the activity' },
}

/** The actions of one group. */
export function actionsOf(group: ActivityGroup): string[] {
  return Object.keys(ACTIONS).filter((action) => ACTIONS[action]!.group === group)
}
