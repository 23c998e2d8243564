'use client'

import { Command } from 'cmdk'
import { AtSign, Ban, BookOpen, Filter, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import * as Radix from 'radix-ui/dialog'
import { useState, type ReactNode } from 'react'
import { Scrim } from '@/components/ui/dialog'
import { CATEGORIES } from '@/lib/bounce/categories'
import { FOOT_NAV, MAIN_NAV, navHref } from './nav'

interface Props {
  slug: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** ⌘K: go to a page, filter by a category, open its fix, find an address. */
export function Palette({ slug, open, onOpenChange }: Props) {
  const router = useRouter()
  const [text, setText] = useState('')
  const go = (href: string) => {
    onOpenChange(false)
    router.push(href)
  }
  const wanted = text.trim()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 rounded-lg border border-border bg-canvas shadow-pop outline-none dark:border-border-control"
        >
          <Radix.Title className="sr-only">Search or go to</Radix.Title>
          <Command label="Search or go to" loop>
            <div className="flex items-center gap-2 border-b border-border px-3">
              <Search className="size-4 text-muted" strokeWidth={1.5} aria-hidden />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="A page, a category, an address"
                className="h-11 w-full bg-transparent text-14 outline-none"
              />
            </div>
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-13 text-muted">
                Nothing of that name.
              </Command.Empty>
              {wanted !== '' && (
                <Group heading="Bounces">
                  <Item
                    icon={<AtSign />}
                    value={`find ${wanted}`}
                    onSelect={() => go(`/w/${slug}/bounces?q=${encodeURIComponent(wanted)}`)}
                  >
                    Find “{wanted}” in addresses and replies
                  </Item>
                </Group>
              )}
              {wanted !== '' && (
                <Group heading="Do Not Email">
                  <Item
                    icon={<Ban />}
                    value={`listed ${wanted}`}
                    onSelect={() => go(`/w/${slug}/dne?q=${encodeURIComponent(wanted)}`)}
                  >
                    Find “{wanted}” on the Do Not Email list
                  </Item>
                </Group>
              )}
              <Group heading="Go to">
                {[...MAIN_NAV, ...FOOT_NAV].map((entry) => (
                  <Item key={entry.id} icon={<entry.icon />} onSelect={() => go(navHref(slug, entry))}>
                    {entry.label}
                  </Item>
                ))}
              </Group>
              <Group heading="Filter bounces by category">
                {CATEGORIES.map((category) => (
                  <Item
                    key={category.id}
                    icon={<Filter />}
                    value={`bounces ${category.name} ${category.shortName}`}
                    onSelect={() => go(`/w/${slug}/bounces?category=${category.id}`)}
                  >
                    {category.name}
                  </Item>
                ))}
              </Group>
              <Group heading="Read the fix">
                {CATEGORIES.map((category) => (
                  <Item
                    key={category.id}
                    icon={<BookOpen />}
                    value={`fix guide ${category.name} ${category.shortName}`}
                    onSelect={() => go(`/w/${slug}/guide/${category.id}`)}
                  >
                    {category.name}
                  </Item>
                ))}
              </Group>
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  )
}

interface ItemProps {
  icon: ReactNode
  children: ReactNode
  value?: string
  onSelect: () => void
}

function Item({ icon, children, value, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 items-center gap-2 rounded-sm px-2 text-13 data-[selected=true]:bg-hover dark:data-[selected=true]:bg-raised [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.5] [&_svg]:text-muted"
    >
      {icon}
      <span className="min-w-0 truncate">{children}</span>
    </Command.Item>
  )
}
