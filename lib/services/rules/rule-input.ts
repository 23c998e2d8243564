import { z } from 'zod'
import { isCategoryId } from '@/lib/bounce/categories'
import { foldText } from '@/lib/bounce/own-rules'
import { PROVIDERS } from '@/lib/bounce/provider'

const CODE = /^(?:[245]\d\d|[245]\.\d{1,3}\.\d{1,3})$/

/** A rule on words as a person gives it; '' where any code, provider or account will do. */
export const ruleInput = z.object({
  words: z
    .string()
    .trim()
    .max(200, 'Shorten it to 200 characters.')
    .refine((words) => foldText(words).length >= 3, 'Give at least three characters.'),
  code: z
    .string()
    .trim()
    .refine((code) => code === '' || CODE.test(code), 'A code looks like 550 or 5.7.1.'),
  provider: z
    .string()
    .refine((id) => id === '' || PROVIDERS.some((each) => each.id === id), 'Pick one of the providers.'),
  account: z.string().trim().toLowerCase().max(320, 'Pick one of your accounts.'),
  category: z.string().refine((id) => isCategoryId(id), 'Pick one of the categories.'),
})
export type RuleInput = z.infer<typeof ruleInput>
