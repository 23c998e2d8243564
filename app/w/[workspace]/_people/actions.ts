'use server'

import { defineAction } from '@/lib/action'
import { erasePerson, erasePersonInput } from '@/lib/services/people/erase-person'
import { exportPerson, exportPersonInput } from '@/lib/services/people/export-person'

export const erasePersonAction = defineAction({
  role: 'admin',
  input: erasePersonInput,
  changes: true,
  run: erasePerson,
})

export const exportPersonAction = defineAction({ role: 'admin', input: exportPersonInput, run: exportPerson })
