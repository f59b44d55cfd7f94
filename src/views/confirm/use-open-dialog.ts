import { useCallback, useState } from 'react'
import { useSealedDraft } from '../../ipc/use-sealed-draft.ts'

const DIALOGS = ['type', 'ask'] as const
type OpenDialog = (typeof DIALOGS)[number]

const isDialog = (left: unknown): left is OpenDialog => DIALOGS.some((dialog) => dialog === left)

/** The dialog that is open over the statements of a case; after a lock it is open again. */
export function useOpenDialog(
  caseId: string,
): [open: OpenDialog | null, setOpen: (dialog: OpenDialog | null) => void] {
  const { left, keep, forget } = useSealedDraft(`confirm dialog ${caseId}`, isDialog)
  const [open, setOpen] = useState(left ?? null)
  const change = useCallback(
    (dialog: OpenDialog | null) => {
      if (dialog) keep(dialog)
      else forget()
      setOpen(dialog)
    },
    [keep, forget],
  )
  return [open, change]
}
