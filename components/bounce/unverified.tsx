import type { ReactNode } from 'react'

interface Props {
  account: string
  /** What a person can do about it. */
  children?: ReactNode
}

/** Why a bounce counts in charts and yet does nothing by itself. */
export function Unverified({ account, children }: Props) {
  return (
    <div className="mt-2 grid justify-items-start gap-2 text-13 text-muted">
      <p>
        {account
          ? `The report does not show a mail that came from a sending account you know, only the name ${account}.`
          : 'The report does not show the mail it is about.'}{' '}
        Anybody could have written it, so it counts but never puts this person on a list by itself.
      </p>
      {children}
    </div>
  )
}
