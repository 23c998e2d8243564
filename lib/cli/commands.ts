import { backupCommand } from './backup'
import { classifyCommand } from './classify'
import type { Command } from './command'
import { evaluateCommand } from './evaluate'
import { importCommand } from './import'
import { personErase, personExport } from './person'
import { readMailCommand } from './read-mail'
import { reclassifyCommand } from './reclassify'
import { restoreCommand } from './restore'
import { trainCommand } from './train'
import { userAdd } from './user-add'
import { userDisable, userEnable } from './user-disable'
import { userList } from './user-list'
import { userPassword } from './user-password'
import { verifyCommand } from './verify'
import { workspaceAdd } from './workspace-add'
import { workspaceDelete } from './workspace-delete'
import { workspaceList } from './workspace-list'

/** Every command, in the order help lists them. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  reclassifyCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  userAdd,
  userPassword,
  userList,
  userDisable,
  userEnable,
  workspaceAdd,
  workspaceList,
  workspaceDelete,
  personExport,
  personErase,
  readMailCommand,
  classifyCommand,
  evaluateCommand,
  trainCommand,
]
