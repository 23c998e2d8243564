import { layOut } from './layout'
import { isFromSystem } from './kind'
import type { Entity, Report } from './types'

/** More reports are never attached to one mail by hand. */
const MOST = 200

/** Reports that a person or a gateway passed on as they came, attached to a mail of their own. */
export function attachedReports(report: Report): Report[] {
  if (report.root.type === 'multipart/report') return []
  const reports: Report[] = []
  for (const mail of attachedMails(report.root)) {
    const inner = layOut(mail)
    if (isFromSystem(inner) && reports.push(inner) === MOST) break
  }
  return reports
}

function attachedMails({ type, children }: Entity): Entity[] {
  if (/^message\/(?:rfc822|global)$/.test(type)) return [...children]
  return type.startsWith('multipart/') ? children.flatMap(attachedMails) : []
}
