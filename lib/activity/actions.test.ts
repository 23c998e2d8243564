import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIONS } from './actions'

test('every act that is written down has its words', () => {
  const files = ['lib/services', 'lib/jobs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => join(folder, path)),
  )
  const literals = files.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(
      /'((?:import|bounces|rule|member|invite|user|workspace|dne|resubmit|batch|activity)\.[a-z_]+)'/g,
    ),
  ])
  const used = new Set(literals.map(([, action]) => action!))
  expect(used.size).toBeGreaterThan(15)
  const unknown = [...used].filter((action) => !ACTIONS[action] && !action.endsWith('.csv'))
  expect(unknown, 'give these their words in lib/activity/actions.ts').toEqual([])
})
