import Link from 'next/link'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { providerName } from '@/lib/bounce/provider'
import { formatCount, formatDateTime } from '@/lib/format'
import { DrawerSection } from './section'

interface Props {
  occurredAt: Date
  domain: string
  provider: string
  account: string
  accountHref: string | null
  campaign: string
  campaignHref: string
  vendorClass: string
  zone: string
  /** The file it came in. */
  file: { href: string; name: string; line: number } | null
}

/** What else is stored of a bounce. */
export function Everything(props: Props) {
  const { account, campaign, vendorClass, file } = props
  const items: ({ term: string; value: ReactNode } | false)[] = [
    { term: 'Received', value: formatDateTime(props.occurredAt, props.zone) },
    { term: 'Provider', value: providerName(props.provider) },
    { term: 'Domain', value: <Mono>{props.domain}</Mono> },
    {
      term: 'Sent from',
      value: props.accountHref ? <Go href={props.accountHref}>{account}</Go> : account || 'Unknown',
    },
    campaign !== '' && { term: 'Campaign', value: <Go href={props.campaignHref}>{campaign}</Go> },
    vendorClass !== '' && { term: 'Your tool’s class', value: <Mono>{vendorClass}</Mono> },
    file !== null && {
      term: 'Found in',
      value: (
        <>
          <Go href={file.href}>{file.name}</Go>, line {formatCount(file.line)}
        </>
      ),
    },
  ]
  return (
    <DrawerSection title="Everything known">
      <DescriptionList items={items.filter((item) => item !== false)} />
    </DrawerSection>
  )
}

function Mono({ children }: { children: ReactNode }) {
  return <span className="font-mono text-12 leading-5">{children}</span>
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link wrap-anywhere">
      {children}
    </Link>
  )
}
