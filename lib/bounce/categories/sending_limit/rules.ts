import type { Rule } from '../../classify/rule'
export const rules: readonly Rule[] = []
