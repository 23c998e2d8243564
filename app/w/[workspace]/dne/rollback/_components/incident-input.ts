/** An incident as the form gives it: times of the workspace's zone, and what narrows them. */
export interface IncidentInput {
  from: string
  to: string
  provider?: string
  domain?: string
  category?: string
  words?: string
}
