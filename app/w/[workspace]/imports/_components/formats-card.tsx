import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FORMATS } from '@/lib/ingest/formats'

/** Which files are read, each with a sample to look at. */
export function FormatsCard({ workspace }: { workspace: string }) {
  return (
    <Card
      padded={false}
      title="Files that are read"
      description="Recognised by their content, whatever the file is called"
    >
      <ul>
        {FORMATS.map((format) => (
          <li
            key={format.id}
            className="flex items-center gap-3 border-b border-border px-4 py-2 text-13 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="font-medium">{format.name}</p>
              <p className="text-12 text-muted">{format.about}</p>
            </div>
            <a
              href={`/api/w/${workspace}/formats/${format.id}`}
              download={format.sampleName}
              className={buttonClass({ size: 'sm', variant: 'quiet' })}
            >
              <Download strokeWidth={1.5} aria-hidden />
              Sample<span className="sr-only"> of {format.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
