'use client'

import { useRouter } from 'next/navigation'
import { Component, startTransition, type ReactNode } from 'react'
import { ErrorState } from './error-state'

interface Props {
  children: ReactNode
}

/** Keeps the failure of one card from taking the page with it. */
export function SectionBoundary({ children }: Props) {
  const router = useRouter()
  return <Boundary onRetry={() => router.refresh()}>{children}</Boundary>
}

class Boundary extends Component<
  Props & { onRetry: () => void },
  { error: (Error & { digest?: string }) | null }
> {
  override state = { error: null as (Error & { digest?: string }) | null }

  static getDerivedStateFromError(error: Error & { digest?: string }) {
    // Redirects and 404s travel as errors too; they are not ours to hold.
    if (error.digest?.startsWith('NEXT_')) throw error
    return { error }
  }

  retry = () => {
    startTransition(() => {
      this.props.onRetry()
      this.setState({ error: null })
    })
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className="rounded-lg border border-border">
        <ErrorState id={error.digest} onRetry={this.retry} />
      </div>
    )
  }
}
