export { requestContext, requireMember, requireUser, type Member } from './guard'
export { currentSession } from './session'
