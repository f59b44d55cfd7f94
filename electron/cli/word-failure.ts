import { Refusal } from '@bridge/refusal.ts'
import { Fault } from '../platform/fault.ts'

/** Why a command was not carried out: a sentence that says the next step, or the bare code. Never text of a case. */
export function wordFailure(error: unknown): string {
  if (error instanceof Fault) {
    const sentence = SENTENCES[error.code]?.(error.data)
    if (sentence !== undefined) return `${error.code}: ${sentence}`
  }
  if (error instanceof Refusal && error.code === 'BACKUP_FOLDER_REFUSED')
    return `${error.code}: Backups cannot go there: the folder is missing, lies inside the vault or may not be written to.`
  if (!(error instanceof Error)) return 'UNEXPECTED'
  return 'code' in error ? String(error.code) : error.name
}

type Words = (data: Fault['data']) => string

const SENTENCES: Partial<Record<Fault['code'], Words>> = {
  STORE_BUSY: ({ holder, pid, since }) => {
    const which = pid === undefined ? '' : ` (process ${pid}, since ${since})`
    if (holder === 'window')
      return `Redchop's window${which} has this vault open. Lock or quit it there first.`
    if (holder === 'command-line')
      return `Another redchop command${which} has this vault open. Wait until it ends, or stop it.`
    return 'Another program has this vault open. Close it there first.'
  },
  STORE_DAMAGED: () =>
    'The case store is damaged and was not opened. Restore a backup; without one, "redchop salvage" gets out what is whole.',
  VAULT_ABSENT: () => 'There is no vault in this folder: no keyring.json lies in it.',
  WRONG_PASSPHRASE: () =>
    'That is not the passphrase. A backup opens with the passphrase of its day. Nothing was changed.',
  WRONG_RECOVERY_CODE: () => 'That is not the recovery code of this vault. Nothing was changed.',
  KEY_FILE_NEEDED: () => 'This vault also wants its key file: name it with --key-file.',
  WRONG_KEY_FILE: ({ reason }) =>
    reason === 'GONE'
      ? 'The key file cannot be read.'
      : reason === 'ANOTHER'
        ? 'This key file belongs to another vault, or was replaced by a newer one.'
        : 'This is no key file, or it is damaged.',
  VAULT_PLACE_UNSAFE: ({ reason }) =>
    reason === 'network'
      ? 'This folder lies on a network drive, where two computers could write to it at once. Copy it to a disk of this computer.'
      : 'This folder is kept by a sync program, which can put half of an old state back. Move it elsewhere.',
  SALVAGE_PLACE: ({ reason }) =>
    reason === 'INSIDE_VAULT'
      ? 'The target folder lies inside the vault. Choose one outside.'
      : 'The target folder is not empty. Choose a new one, so that nothing mixes.',
  DISK_FULL: () => 'The disk is full. Make room and do this again.',
  DISK_FAILING: () =>
    'The disk did not confirm a write. Nothing acknowledged is lost; check the disk, then run "redchop verify".',
}
