import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Messages } from '../messages/messages.ts'

/** What a room of a case is told: which case, and what is open in it. Both stand in the URL. */
export interface RoomProps {
  caseId: string
  /** Id of the message, statement or exhibit that is open. */
  itemId: string | undefined
}

/** A room inside a case: its place in the URL, its sign and name in the nav, its view. */
export interface Room {
  id: string
  icon: Icon
  label: (words: Messages) => string
  View: ComponentType<RoomProps>
}
