import { codeOf } from '@/lib/away'
import { fail, type Result } from '@/lib/result'

const TOO_LONG = '57014'

/** Gives what a search comes to, or a sentence where the server ended it because it took longer than a request may. */
export async function inTime<T>(search: Promise<Result<T>>, sentence: string): Promise<Result<T>> {
  try {
    return await search
  } catch (error) {
    if (codeOf(error) !== TOO_LONG) throw error
    return fail('precondition_failed', sentence)
  }
}
