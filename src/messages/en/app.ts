interface Gap {
  expected: number | null
  found: number
}

const gone = (expected: number | null, found: number, sentence = false): string => {
  const count = Math.max((expected ?? found) - found, 0)
  if (sentence)
    return count === 1
      ? '1 entry of its record is'
      : `${count.toLocaleString('en')} entries of its record are`
  return count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`
}

export const app = {
  name: 'Redchop',
  nav: {
    label: 'Rooms',
    cases: 'Cases',
    evidence: 'Evidence',
    confirm: 'Confirm',
    exhibits: 'Exhibits',
    identities: 'Identities',
    forums: 'What counts',
    timeline: 'Timeline',
    safekeeping: 'Safekeeping',
    collapse: 'Fold the navigation',
    expand: 'Unfold the navigation',
    skip: 'Skip to the work',
  },
  lock: 'Lock',
  commands: 'Commands',
  palette: {
    placeholder: 'What do you want to do?',
    none: 'No command of that name',
  },
  shortcuts: { title: 'Shortcuts', open: 'Show all shortcuts' },
  groups: {
    app: 'Redchop',
    case: 'Case',
    list: 'List',
    message: 'Message',
    confirm: 'Confirm',
    exhibits: 'Exhibits',
  },
  settings: {
    locale: 'Language',
    scheme: 'Colours',
    density: 'Density',
    schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
  },
  alarm: {
    accept: 'I have read this',
    TAIL_MISSING: ({ expected, found }: Gap) => ({
      title: 'The newest entries of this vault are gone',
      detail: `This computer had recorded ${gone(expected, found)} that the vault no longer holds, and what they tell of may be gone with them. Keep a copy of the data folder as it is now, see which imports and changes are missing, and restore a backup if one is newer.`,
    }),
    FOLDER_ROLLED_BACK: ({ expected, found }: Gap) => ({
      title: 'This vault is older than what this computer last saw',
      detail: `${gone(expected, found, true)} gone: the whole data folder was put back to an earlier state. If you restored a backup, that is the reason. If not, someone changed the folder; bring back the newer one.`,
    }),
    FORKED: () => ({
      title: 'The record of this vault is not the one this computer last saw',
      detail:
        'Something else stands where this computer had recorded an entry. An earlier copy of the vault was probably put back and used since. Look for the other copy and compare both before you rely on either.',
    }),
    HEAD_MISSING: () => ({
      title: 'It cannot be told whether this vault is complete',
      detail:
        'The file “head.log”, which says how far the record had come, is not in the data folder. Compare the newest imports and changes, or a receipt, with what you find here.',
    }),
    HEAD_DAMAGED: () => ({
      title: 'The file that says how far this vault had come is damaged',
      detail:
        'Nothing is known to be missing, but “head.log” was not as Redchop wrote it. Compare the newest imports and changes, or a receipt, with what you find here, and have the drive checked.',
    }),
  },
  offline: 'Nothing leaves this computer',
  panes: { resize: (name: string) => `Width of “${name}”` },
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  undo: 'Undo',
  notYet: '—',
  day: { form: 'YYYY-MM-DD', wrong: 'There is no such day. Year first: 2026-03-31.' },
  jobs: {
    cancel: (what: string) => `Cancel: ${what}`,
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  crashed: {
    title: 'This view stopped working',
    detail: 'What was saved is kept. Go back to the cases, or open Redchop again.',
    home: 'Back to the cases',
  },
  nowhere: { title: 'There is nothing at this place', home: 'To the cases' },
}
