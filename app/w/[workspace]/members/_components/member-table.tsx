import { Badge } from '@/components/ui/badge'
import type { Member } from '@/db/queries/access/members'
import { formatAgo } from '@/lib/format'
import { MemberActions } from './member-actions'
import { RoleSelect } from './role-select'
import { roleLabel } from './roles'

interface Props {
  slug: string
  members: Member[]
  selfId: string
  isAdmin: boolean
  now: Date
}

const HEAD = 'h-8 px-2 text-left text-12 font-medium text-muted'

/** The people of the workspace; on a narrow screen each is a card. */
export function MemberTable(props: Props) {
  return (
    <div className="rounded-lg border border-border">
      <table className="w-full text-13">
        <caption className="sr-only">Members</caption>
        <thead className="hidden sm:table-header-group">
          <tr>
            <th scope="col" className={`${HEAD} pl-4`}>
              Person
            </th>
            <th scope="col" className={`${HEAD} w-40`}>
              Role
            </th>
            <th scope="col" className={`${HEAD} w-36`}>
              Last here
            </th>
            {props.isAdmin && (
              <th scope="col" className={`${HEAD} w-28`}>
                <span className="sr-only">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <MemberRow key={member.userId} {...props} member={member} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MemberRow({ slug, member, selfId, isAdmin, now }: Props & { member: Member }) {
  const isSelf = member.userId === selfId
  return (
    <tr className="flex flex-wrap items-center gap-x-3 gap-y-2 border-border px-4 py-3 not-first:border-t sm:table-row sm:p-0">
      <th
        scope="row"
        className="w-full min-w-0 text-left font-medium sm:w-auto sm:border-t sm:px-2 sm:py-2 sm:pl-4"
      >
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="wrap-anywhere">{member.name}</span>
          {isSelf && <span className="font-normal text-muted">you</span>}
          {member.disabled && <Badge tone="warning">Disabled</Badge>}
        </span>
        <span className="block font-normal wrap-anywhere text-muted">{member.email}</span>
      </th>
      <td className="sm:border-t sm:px-2">
        {isAdmin && !member.disabled ? (
          <RoleSelect
            slug={slug}
            userId={member.userId}
            name={member.name}
            role={member.role}
            isSelf={isSelf}
          />
        ) : (
          roleLabel(member.role)
        )}
      </td>
      <td className="text-muted sm:border-t sm:px-2">
        {member.lastSeenAt ? formatAgo(member.lastSeenAt, now) : 'not yet'}
      </td>
      {isAdmin && (
        <td className="ml-auto text-right sm:border-t sm:px-2 sm:pr-4">
          {!isSelf && (
            <MemberActions slug={slug} userId={member.userId} name={member.name} disabled={member.disabled} />
          )}
        </td>
      )}
    </tr>
  )
}
