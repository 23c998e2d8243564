import { classifyCommand } from './classify'
import type { Command } from './command'
import { evaluateCommand } from './evaluate'
import { importCommand } from './import'
import { readMailCommand } from './read-mail'
import { reclassifyCommand } from './reclassify'
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
  userAdd,
  userPassword,
  userList,
  userDisable,
  userEnable,
  workspaceAdd,
  workspaceList,
  workspaceDelete,
  readMailCommand,
  classifyCommand,
  evaluateCommand,
  trainCommand,
]
