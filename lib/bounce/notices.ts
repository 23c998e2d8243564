import type { NoticeRule } from './classify/rule'
export const NOTICE_RULES: readonly NoticeRule[] = []
