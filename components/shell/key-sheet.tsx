'use client'

import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { MAIN_NAV } from './nav'
import { keysEnabled, setKeysEnabled } from './shortcuts'
import { useModifierName } from './use-modifier-name'

const groups: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['mod K', 'Search or go to'],
      ['/', 'Search this page'],
      ['?', 'This sheet'],
      ...MAIN_NAV.filter((entry) => entry.key).map((entry) => [`g ${entry.key}`, entry.label] as const),
    ],
  },
  {
    title: 'In a list of bounces',
    keys: [
      ['j', 'Next row'],
      ['k', 'Previous row'],
      ['x', 'Select the row'],
      ['Enter', 'Open the row'],
      ['Esc', 'Close, or clear the filters'],
    ],
  },
  {
    title: 'In the replies to classify',
    keys: [
      ['j', 'Next reply'],
      ['k', 'Previous reply'],
      ['1', 'Take the first guess'],
      ['2', 'Take the second guess'],
      ['c', 'Choose a category'],
    ],
  },
]

/** All keys, and the switch that turns them off. */
export function KeySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [on, setOn] = useState(keysEnabled)
  const modifier = useModifierName().trim()
  const change = (next: boolean) => {
    setKeysEnabled(next)
    setOn(next)
  }
  return (
    <Dialog title="Keys" open={open} onOpenChange={onOpenChange}>
      <div className="grid gap-6 sm:grid-cols-2 sm:grid-rows-[auto_1fr]">
        {groups.map((group) => (
          <section key={group.title} className="sm:first:row-span-2">
            <h3 className="mb-2 text-13 font-semibold">{group.title}</h3>
            <dl className="grid gap-1.5 text-13">
              {group.keys.map(([keys, what]) => (
                <div key={keys} className="flex items-center gap-2">
                  <dt className="flex w-16 shrink-0 gap-1">
                    {keys.split(' ').map((key) => (
                      <Kbd key={key}>{key === 'mod' ? modifier : key}</Kbd>
                    ))}
                  </dt>
                  <dd className="text-muted">{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="flex items-center gap-2 border-t border-border pt-4 text-13">
        <Checkbox checked={on} onChange={(event) => change(event.currentTarget.checked)} />
        Single keys act in this browser
      </label>
    </Dialog>
  )
}
