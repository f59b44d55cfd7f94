import {
  IconAddressBook,
  IconListNumbers,
  IconMail,
  IconRosetteDiscountCheck,
  IconScale,
  IconTimeline,
} from '@tabler/icons-react'
import type { Room } from './components/room.ts'
import { ConfirmView } from './views/confirm/ConfirmView.tsx'
import { EvidenceView } from './views/evidence/EvidenceView.tsx'
import { ExhibitsView } from './views/exhibits/ExhibitsView.tsx'
import { ForumsView } from './views/forums/ForumsView.tsx'
import { IdentitiesView } from './views/identities/IdentitiesView.tsx'
import { TimelineView } from './views/timeline/TimelineView.tsx'

/** The rooms of a case, in the order of the work: `/cases/ID/ROOM[/ITEM]`. A new room is one line here. */
export const ROOMS: readonly Room[] = [
  { id: 'evidence', icon: IconMail, label: ({ app }) => app.nav.evidence, View: EvidenceView },
  { id: 'timeline', icon: IconTimeline, label: ({ app }) => app.nav.timeline, View: TimelineView },
  { id: 'confirm', icon: IconRosetteDiscountCheck, label: ({ app }) => app.nav.confirm, View: ConfirmView },
  { id: 'identities', icon: IconAddressBook, label: ({ app }) => app.nav.identities, View: IdentitiesView },
  { id: 'forums', icon: IconScale, label: ({ app }) => app.nav.forums, View: ForumsView },
  { id: 'exhibits', icon: IconListNumbers, label: ({ app }) => app.nav.exhibits, View: ExhibitsView },
]
