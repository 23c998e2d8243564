import type { View } from '../../view'
import type { Figures } from '../figures'

/** What every card of an account's page gets. */
export interface CardProps {
  view: View
  figures: Figures
}
