import { afterEach, expect, test, vi } from 'vitest'
import { reportBug } from './bug'

afterEach(() => vi.restoreAllMocks())

/** What reporting `thrown` answers, and what it writes to the log. */
function report(thrown: unknown) {
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const failure = reportBug(thrown, 'test')
  return { failure, written: lines.join('') }
}

class DatabaseError extends Error {
  override name = 'PostgresError'
  code = '22P02'
  detail = 'Key (email)=(canary@acme.example) is there already'
  parameters = ['canary']
}

test('neither the answer nor the log repeats what the database or its parameters said', () => {
  const cause = new DatabaseError('invalid input syntax for type uuid: "canary"')
  const { failure, written } = report(
    new Error("Failed query: select 1\nparams: canary,canary@acme.example,'canary'", { cause }),
  )
  expect(failure.code).toBe('internal')
  expect(failure.message).not.toMatch(/canary|uuid|query/)
  expect(written).not.toMatch(/canary/)
  expect(written).toContain('22P02')
})

test('the id that the person sees finds the line of the log', () => {
  const { failure, written } = report(new Error('broken'))
  const id = /[0-9a-f-]{36}/.exec(failure.message)?.[0]
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.parse(written)).toMatchObject({ id, where: 'test', message: 'broken' })
})

test.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', '57P03'])('%s says that the database is away', (code) => {
  const { failure } = report(new Error('outer', { cause: Object.assign(new Error('inner'), { code }) }))
  expect(failure.code).toBe('unavailable')
})

test.each([undefined, null, 'text canary', { secret: 'canary' }])('anything can be thrown: %j', (thrown) => {
  const { failure, written } = report(thrown)
  expect(failure.code).toBe('internal')
  expect(written).not.toMatch(/canary/)
})
