import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, IndexedColumn, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import * as schema from '.'

const GLOBALS = new Set(['users', 'sessions', 'workspaces', 'limits'])
const tables = Object.values(schema).filter((each) => is(each, PgTable))
const tenants = tables.filter((table) => !GLOBALS.has(getTableName(table)))

/** One workspace lies on one shard, so a key that does not begin with it could not be kept (architecture: Scale). */
describe.each(tenants.map((table) => [getTableName(table), getTableConfig(table)] as const))(
  '%s',
  (_, { columns, primaryKeys, uniqueConstraints, indexes, foreignKeys }) => {
    test('belongs to a workspace, always', () => {
      const column = columns.find(({ name }) => name === 'workspace_id')
      expect(column?.notNull).toBe(true)
      const alone = columns.filter((each) => each.primary || each.isUnique).map(({ name }) => name)
      expect(['', 'workspace_id']).toContain(alone.join())
    })

    test('begins every key with the workspace', () => {
      const primary = [
        ...primaryKeys.map((key) => key.columns[0]?.name),
        ...columns.filter((each) => each.primary).map(({ name }) => name),
      ]
      const unique = indexes.filter(({ config }) => config.unique)
      const keys = [
        ...primary,
        ...uniqueConstraints.map((key) => key.columns[0]?.name),
        ...unique.map(
          ({
            config: {
              columns: [first],
            },
          }) => (is(first, IndexedColumn) ? first.name : 'an expression'),
        ),
      ]
      expect(primary).toHaveLength(1)
      expect(new Set(keys)).toEqual(new Set(['workspace_id']))
    })

    test('refers to nothing outside the workspace but what all share', () => {
      for (const key of foreignKeys) {
        const { columns: own, foreignTable } = key.reference()
        const shared = GLOBALS.has(getTableName(foreignTable))
        expect(shared || own[0]?.name === 'workspace_id', key.getName()).toBe(true)
        expect(['cascade', 'restrict', 'no action', undefined]).toContain(key.onDelete)
      }
    })
  },
)

test('globals are few and named', () => {
  expect(
    tables
      .map(getTableName)
      .filter((name) => GLOBALS.has(name))
      .toSorted(),
  ).toEqual([...GLOBALS].toSorted())
})
