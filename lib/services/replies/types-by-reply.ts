import type { Fragment, ISql } from 'postgres'
import { categoryById } from '@/lib/bounce/categories'
import { firstCodes } from '@/lib/bounce/codes'

/**
 * The SQL expression for the type that `bounces b` get with a category: a temporary reply is never hard. Codes that
 * stand only in the text are the same in every bounce of a reply, so they are read once per reply.
 */
export async function typeWith(
  tx: ISql,
  workspaceId: string,
  category: string,
  where: Fragment,
): Promise<{ type: Fragment }> {
  const known = categoryById(category)
  if (!known) return { type: tx`''::text` }
  if (known.bounceType === 'soft') return { type: tx`'soft'::text` }
  const replies = await tx<{ id: string; example: string }[]>`
    select id, example from templates
    where workspace_id = ${workspaceId} and id in (select distinct b.template_id from bounces b where ${where})`
  const codes = replies.map(({ id, example }) => ({ id, ...firstCodes(example) }))
  const told = (kind: 'reply' | 'enhanced', digit: string) =>
    codes.filter((code) => code[kind].startsWith(digit)).map((code) => code.id)
  return {
    type: tx`case when (case
      when b.smtp_code <> '' then left(b.smtp_code, 1)
      when b.template_id = any(${told('reply', '4')}::uuid[]) then '4'
      when b.template_id = any(${told('reply', '5')}::uuid[]) then '5'
      when b.enhanced_code <> '' then left(b.enhanced_code, 1)
      when b.template_id = any(${told('enhanced', '4')}::uuid[]) then '4'
      else '5' end) = '4' then 'soft' else 'hard' end`,
  }
}
