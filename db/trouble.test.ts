import { describe, expect, it } from 'vitest'
import { placeOf, troubleWith } from '@/db/trouble'

const URL_WITH_PASSWORD = 'postgres://ann:s3cret@db.example:5432/rebound'
const failure = (code: string, message = 'x') => Object.assign(new Error(message), { code })

describe('troubleWith', () => {
  it.each([
    ['ECONNREFUSED', 'The database at db.example:5432/rebound does not answer (ECONNREFUSED).'],
    ['28P01', 'DATABASE_URL: db.example:5432/rebound refuses this user or password.'],
    ['3D000', 'DATABASE_URL: the database db.example:5432/rebound does not exist. Create it first.'],
    ['42501', 'DATABASE_URL: this user may not create tables in db.example:5432/rebound.'],
  ])('%s', (code, sentence) => {
    expect(troubleWith(URL_WITH_PASSWORD, failure(code))).toBe(sentence)
  })

  it('passes on what nobody foresaw, and never the password', () => {
    const wrapped = new Error('Failed query', { cause: failure('42P07', 'relation "users" already exists') })
    expect(troubleWith(URL_WITH_PASSWORD, wrapped)).toContain('relation "users" already exists')
    expect(troubleWith(URL_WITH_PASSWORD, wrapped)).not.toContain('s3cret')
    expect(placeOf(URL_WITH_PASSWORD)).toBe('db.example:5432/rebound')
  })
})
