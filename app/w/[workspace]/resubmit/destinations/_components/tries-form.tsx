'use client'

import { useState, useTransition } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { saveTriesAction } from '../../actions'

interface Row {
  category: string
  name: string
  max: number
  days: number
}

/** Tries and days per category; for admins a form. */
export function TriesForm({ slug, admin, rows }: { slug: string; admin: boolean; rows: readonly Row[] }) {
  const [values, setValues] = useState(rows)
  const [pending, start] = useTransition()
  const set = (category: string, part: Partial<Row>) =>
    setValues((now) => now.map((row) => (row.category === category ? { ...row, ...part } : row)))
  const save = () =>
    start(async () => {
      const tries = Object.fromEntries(values.map(({ category, max, days }) => [category, { max, days }]))
      const result = await saveTriesAction(slug, { tries })
      toast(result.ok ? 'Saved' : result.error.message, result.ok ? {} : { kind: 'failed' })
    })
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {values.map(({ category, name, max, days }) => (
          <li key={category} className="flex min-h-9 flex-wrap items-center gap-x-2 text-13">
            <span className="min-w-0 flex-1 basis-36">
              <CategoryLabel category={category} short />
            </span>
            {admin ? (
              <span className="flex items-center gap-1.5 text-muted">
                <Count
                  label={`Tries: ${name}`}
                  max={20}
                  value={max}
                  onChange={(n) => set(category, { max: n })}
                />{' '}
                in
                <Count
                  label={`Days: ${name}`}
                  max={365}
                  value={days}
                  onChange={(n) => set(category, { days: n })}
                />{' '}
                days
              </span>
            ) : (
              <span className="text-muted">
                {max} in {days} days
              </span>
            )}
          </li>
        ))}
      </ul>
      {admin && (
        <Button type="submit" pending={pending} className="justify-self-start">
          Save tries
        </Button>
      )}
    </form>
  )
}

function Count(props: { label: string; max: number; value: number; onChange: (n: number) => void }) {
  const { label, max, value, onChange } = props
  return (
    <Input
      aria-label={label}
      type="number"
      min={1}
      max={max}
      value={value}
      onChange={(event) => onChange(Math.min(max, Math.max(1, Math.round(Number(event.target.value)))))}
      className="w-16"
    />
  )
}
