import type { BridgeError, Reply } from '@bridge/errors.ts'
import type { ExhibitSet, ExhibitSettings, ExhibitWording, GroupWording } from '@bridge/model/exhibit.ts'
import { useRef, useState } from 'react'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import {
  type Place,
  withGroupMove,
  withGroupWording,
  withMove,
  without,
  withSettings,
  withWording,
} from './set-changes.ts'

/** A change shown before main has answered with it. */
interface Pending {
  apply: (set: ExhibitSet) => ExhibitSet
  /** Which answer was on the screen when main had made the change; the next one holds it. */
  madeAt: number | null
}

export interface ListEdits {
  changeWording: (exhibitId: string, wording: Partial<ExhibitWording>) => void
  changeGroup: (groupId: string, wording: Partial<GroupWording>) => void
  changeSettings: (settings: Partial<ExhibitSettings>) => void
  move: (exhibitId: string, place: Place) => void
  moveGroup: (groupId: string, position: number) => void
  /** Answers whether it is off the list. */
  remove: (exhibitId: string) => Promise<boolean>
}

export interface ExhibitList {
  /** The list with what was changed a moment ago; undefined until the first answer. */
  set: ExhibitSet | undefined
  error: BridgeError | null
  retry: () => void
  edits: ListEdits
}

/** The exhibit list of a case. Changes show at once, are saved in their order, and go back when they fail. */
export function useListEdits(caseId: string): ExhibitList {
  const answer = useQuery('exhibits.get', { caseId })
  const [pending, setPending] = useState<readonly Pending[]>([])
  const updatedAt = useRef(0)
  updatedAt.current = answer.dataUpdatedAt
  const tell = useTell()
  const commands = useListCommands()
  const isOpen = ({ madeAt }: Pending): boolean => madeAt === null || madeAt === answer.dataUpdatedAt

  const show = async (apply: Pending['apply'], reply: Promise<Reply<unknown>>): Promise<boolean> => {
    const change: Pending = { apply, madeAt: null }
    setPending((all) => [...all.filter(isOpen), change])
    const { ok, ...rest } = await reply
    setPending((all) =>
      all.flatMap((one) => (one !== change ? one : ok ? { ...one, madeAt: updatedAt.current } : [])),
    )
    if ('error' in rest) tell.error(rest.error)
    return ok
  }

  return {
    set: answer.data && pending.filter(isOpen).reduce((set, { apply }) => apply(set), answer.data),
    error: answer.error?.error ?? null,
    retry: () => void answer.refetch(),
    edits: {
      changeWording: (exhibitId, wording) =>
        void show(withWording(exhibitId, wording), commands.change({ exhibitId, wording })),
      changeGroup: (groupId, wording) =>
        void show(withGroupWording(groupId, wording), commands.changeGroup({ groupId, wording })),
      changeSettings: (settings) =>
        void show(withSettings(settings), commands.changeSettings({ caseId, settings })),
      move: (exhibitId, place) =>
        void show(withMove(exhibitId, place), commands.move({ exhibitId, ...place })),
      moveGroup: (groupId, position) =>
        void show(withGroupMove(groupId, position), commands.moveGroup({ groupId, position })),
      remove: (exhibitId) => show(without(exhibitId), commands.remove({ exhibitId })),
    },
  }
}

const useListCommands = () => ({
  change: useCommand('exhibits.change').run,
  changeGroup: useCommand('exhibits.changeGroup').run,
  changeSettings: useCommand('exhibits.changeSettings').run,
  move: useCommand('exhibits.move').run,
  moveGroup: useCommand('exhibits.moveGroup').run,
  remove: useCommand('exhibits.remove').run,
})
