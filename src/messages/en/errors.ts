import type { BackupProblemCode } from '@bridge/model/backup.ts'
import { type ErrorWords, localTime } from '../error-words.ts'

const DAMAGE: Record<BackupProblemCode, string> = {
  MISSING: 'is missing',
  DAMAGED: 'is damaged',
  FOREIGN: 'belongs to another vault',
  DIFFERS: 'is not the one that was backed up',
}

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
  KEY_FILE_NEEDED: () => ({
    title: 'This vault needs its key file beside the passphrase',
    detail: 'Nothing was changed. Choose the key file, or use the recovery code, which needs none.',
  }),
  WRONG_KEY_FILE: ({ reason }) => ({
    title: {
      GONE: 'The key file cannot be read',
      NOT_A_KEY_FILE: 'This file is not a key file, or it is damaged',
      ANOTHER: 'This key file belongs to another vault, or was replaced by a newer one',
    }[reason],
    detail:
      reason === 'GONE'
        ? 'Put the stick or disk that holds it back, or choose the file where it lies now. The recovery code needs no key file.'
        : 'Nothing was changed. Choose the right file or a copy of it. The recovery code needs no key file.',
  }),
  KEY_FILE_PLACE: ({ reason }) => ({
    title: {
      TAKEN: 'There is a file of this name already',
      INSIDE_VAULT: 'A key file inside the data folder protects nothing',
      NOT_WRITTEN: 'The key file could not be written there',
    }[reason],
    detail:
      reason === 'TAKEN'
        ? 'It was left as it is, and the keys were not changed. Choose another name.'
        : 'The keys were not changed. Choose another place: a stick that you carry with you, for instance.',
  }),
  KEYRING_DAMAGED: () => ({
    title: 'The keyring file is damaged',
    detail:
      'The cases are still there, but cannot be opened with it. Copy “keyring.json” from your newest backup into the data folder, or restore the whole backup. The passphrase is then that of the backup.',
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
      reason === 'network'
        ? 'The data folder lies on a network drive'
        : 'The data folder is being synchronised',
    detail:
      reason === 'network'
        ? 'Two computers could write to it at once and destroy it, so it was not opened and nothing was changed. Copy the folder to a disk of this computer and open it there.'
        : 'A sync program (OneDrive, iCloud, Dropbox and the like) can put half of an old state back, so it was not opened and nothing was changed. Move the folder out of the synchronised one and open it there.',
  }),
  DISK_FULL: () => ({
    title: 'The disk is full',
    detail: 'Nothing half-written was left behind. Make room and do this again.',
  }),
  DISK_FAILING: () => ({
    title: 'The disk did not confirm that something was written',
    detail:
      'What was saved before is kept. Where the vault was closed over it, unlock it and look whether the last thing is there. If this happens again, make a backup and replace the drive.',
  }),
  NOT_FOUND: () => ({
    title: 'This is no longer there',
    detail: 'It was removed meanwhile. Go back to the list and choose again.',
  }),
  CHANGED_ELSEWHERE: () => ({
    title: 'Someone changed this meanwhile',
    detail: 'What you typed is still here and is not saved yet.',
  }),
  CHAT_UNREADABLE: ({ reason }) => ({
    title: 'This file could not be read as a chat',
    detail: {
      GONE: 'The file is no longer where it was chosen. Choose it again.',
      TOO_LARGE: 'It is larger than 150 MB.',
      READER_FAILED: 'Reading it failed or took too long. Nothing was kept.',
      NO_LINES: 'Read this way it holds no line of a chat. Choose another format, or write a model line.',
    }[reason],
  }),
  ZONE_STATED: ({ zone }) => ({
    title: 'This file stands in the conversation with another time zone',
    detail: `It was added ${zone === null ? 'without a time zone' : `in the zone ${zone}`}, and its lines keep that. State the same, or add it as a conversation of another name.`,
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
      'It was not handed out. Run “redchop verify” to see which originals are damaged, and import them again or restore a backup that still holds them.',
  }),
  PASSAGE_NOT_FOUND: () => ({
    title: 'This passage does not stand in the message word for word',
    detail: 'Nothing was saved. Select the passage again in the text.',
  }),
  IDENTITY_KNOWN: () => ({
    title: 'This address stands in the table already',
    detail: 'Nothing was saved. Open the entry that is there and change it.',
  }),
  STATEMENT_IN_USE: () => ({
    title: 'An exhibit shows this statement',
    detail: 'It was kept. Take the exhibit off the list first.',
  }),
  MESSAGE_UNREADABLE: () => ({
    title: 'This message could not be read',
    detail: 'Its original is kept and can be saved.',
  }),
  MESSAGE_IN_USE: () => ({
    title: 'Something rests on the words of this message',
    detail:
      'Nothing was changed. Take out its statements, answers, translations and exhibits first, or leave its reading as it is.',
  }),
  BACKUP_FOLDER_UNSET: () => ({
    title: 'No folder for backups is chosen',
    detail: 'Nothing was copied. Choose a folder first, best on another drive.',
  }),
  BACKUP_FOLDER_REFUSED: ({ reason }) => ({
    title:
      reason === 'INSIDE_VAULT' ? 'This folder lies inside the vault' : 'This folder cannot be written to',
    detail:
      reason === 'INSIDE_VAULT'
        ? 'A backup there would be lost together with the vault. Choose a folder elsewhere, best on another drive.'
        : 'Backups go where they went before. Choose another folder, or allow writing to this one.',
  }),
  BACKUP_DAMAGED: ({ code, object }) => ({
    title: `This backup cannot be restored: ${object} ${DAMAGE[code]}`,
    detail: 'Nothing was changed. Choose another backup, or another copy of this one.',
  }),
  VAULT_OPEN: () => ({
    title: 'The vault is open',
    detail: 'Nothing was changed. Lock it first, then restore the backup.',
  }),
  PLACE_REFUSED: () => ({
    title: 'Nothing can be written there',
    detail: 'The folder is gone, or is not for writing. Nothing was left there. Choose another place.',
  }),
  PRINT_FAILED: () => ({
    title: 'The page could not be made',
    detail: 'Nothing was written. Try once more; if it happens again, restart Redchop.',
  }),
  SET_EMPTY: () => ({
    title: 'The exhibit list is empty',
    detail: 'Nothing was written. Add an exhibit first.',
  }),
  GROUP_NOT_EMPTY: () => ({
    title: 'This group still holds exhibits',
    detail: 'It was kept. Move its exhibits or take them off the list first.',
  }),
  DRAFTS_FULL: () => ({
    title: 'Too many unsaved texts are kept already',
    detail:
      'What you type now stays here, but would not survive a lock. Save or give up a form you left open.',
  }),
}
