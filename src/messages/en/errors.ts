import { type ErrorWords, localTime } from '../error-words.ts'

const whichProcess = (pid: number | undefined, since: string | undefined): string =>
  pid === undefined ? '' : ` (process ${pid}${since === undefined ? '' : `, since ${localTime(since)}`})`

export const errors: ErrorWords = {
  BAD_INPUT: ({ field }) => ({
    title: 'Something typed was not accepted',
    detail: `Nothing was changed. Check the field “${field}” and try again.`,
  }),
  FORBIDDEN: () => ({
    title: 'This window may not do that',
    detail: 'Nothing was changed. Close the window and open Redchop again.',
  }),
  UNEXPECTED: ({ incident }) => ({
    title: 'Something went wrong inside Redchop',
    detail: `What was saved before is kept. Try once more; if it happens again, report incident ${incident}.`,
  }),
  VAULT_LOCKED: () => ({
    title: 'The vault is locked',
    detail: 'Nothing was changed. Unlock it and do this again.',
  }),
  VAULT_EXISTS: () => ({
    title: 'There is already a vault on this computer',
    detail: 'It was left untouched. Open Redchop again and unlock it.',
  }),
  VAULT_ABSENT: () => ({
    title: 'There is no vault on this computer',
    detail: 'Open Redchop again to create one, or bring the data folder back to its place.',
  }),
  PASSPHRASE_TOO_WEAK: ({ reason }) => ({
    title: reason === 'TOO_SHORT' ? 'This passphrase is too short' : 'This passphrase is too easy to guess',
    detail:
      reason === 'TOO_SHORT'
        ? 'Use at least 12 characters; four or five unrelated words are best.'
        : 'It is among the first that an attacker tries. Use four or five words that have nothing to do with each other.',
  }),
  WRONG_PASSPHRASE: () => ({
    title: 'That is not the passphrase',
    detail: 'Nothing was changed. Check the keyboard layout and Caps Lock, or use the recovery code.',
  }),
  WRONG_RECOVERY_CODE: () => ({
    title: 'That is not the recovery code',
    detail: 'Nothing was changed. Compare it with your copy, group by group.',
  }),
  KEYRING_DAMAGED: () => ({
    title: 'The file that holds the keys is damaged',
    detail:
      'The cases are still there, but cannot be opened with it. Put the keyring file back from a copy of the data folder.',
  }),
  STORE_DAMAGED: () => ({
    title: 'The case store is damaged',
    detail:
      'It was not opened, so that nothing gets worse. Keep the data folder as it is and restore a backup. Without one, “redchop salvage” gets the originals out that are still whole.',
  }),
  STORE_BUSY: ({ holder, pid, since }) => ({
    title: 'The vault is open elsewhere',
    detail: {
      window: `Redchop’s window${whichProcess(pid, since)} has this vault open. Lock or quit it there first; nothing was changed.`,
      'command-line': `A redchop command${whichProcess(pid, since)} has this vault open. Wait until it ends, or stop it; nothing was changed.`,
      unknown: 'Another program has this vault open. Close it there first; nothing was changed.',
    }[holder],
  }),
  STORE_NEWER: () => ({
    title: 'The case store was made by a newer Redchop',
    detail: 'It was not opened, so that nothing is lost. Install the newer version and open it there.',
  }),
  VAULT_PLACE_UNSAFE: ({ reason }) => ({
    title:
      reason === 'network' ? 'The data folder lies on a network drive' : 'The data folder is being synchronised',
    detail:
      reason === 'network'
        ? 'Two computers could write to it at once and destroy it, so it was not opened and nothing was changed. Copy the folder to a disk of this computer and open it there.'
        : 'A sync program (OneDrive, iCloud, Dropbox and the like) can put half of an old state back, so it was not opened and nothing was changed. Move the folder out of the synchronised one and open it there.',
  }),
  DISK_FULL: () => ({
    title: 'The disk is full',
    detail: 'Nothing half-written was left behind. Make room and do this again.',
  }),
  NOT_FOUND: () => ({
    title: 'This is no longer there',
    detail: 'It was removed meanwhile. Go back to the list and choose again.',
  }),
  CHANGED_ELSEWHERE: () => ({
    title: 'Someone changed this meanwhile',
    detail: 'What you typed is still here and is not saved yet.',
  }),
  CHOICE_EXPIRED: () => ({
    title: 'The chosen files are no longer at hand',
    detail: 'Nothing was taken in. Choose them once more.',
  }),
  JOB_RUNNING: () => ({
    title: 'Other work of this kind is still running',
    detail: 'Nothing was started. Wait until it ends, or cancel it.',
  }),
  ORIGINAL_DAMAGED: () => ({
    title: 'The stored original no longer matches its hash',
    detail:
      'It was not handed out. Run “redchop verify” and bring the file back from a copy of the data folder.',
  }),
  PASSAGE_NOT_FOUND: () => ({
    title: 'This passage does not stand in the message word for word',
    detail: 'Nothing was saved. Select the passage again in the text.',
  }),
  STATEMENT_IN_USE: () => ({
    title: 'An exhibit shows this statement',
    detail: 'It was kept. Take the exhibit off the list first.',
  }),
  MESSAGE_UNREADABLE: () => ({
    title: 'This message could not be read',
    detail: 'Its original is kept and can be saved.',
  }),
  SET_EMPTY: () => ({
    title: 'The exhibit list is empty',
    detail: 'Nothing was written. Add an exhibit first.',
  }),
  GROUP_NOT_EMPTY: () => ({
    title: 'This group still holds exhibits',
    detail: 'It was kept. Move its exhibits or take them off the list first.',
  }),
}
