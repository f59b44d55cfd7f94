import type { BackupRecord } from '@bridge/model/backup.ts'

const states: Record<BackupRecord['state'], string> = {
  proven: 'Proven',
  unproven: 'Not proven',
  failed: 'Failed',
  removed: 'Removed in rotation',
  gone: 'Not in its folder any more',
}

export const safekeeping = {
  title: 'Safekeeping',
  backups: {
    title: 'Backups',
    intro:
      'A backup counts only after Redchop has restored it into a scratch place and found it equal to the vault, original by original.',
    lastProven: 'Last proven by restoring it',
    never: 'No backup has been proven yet',
    neverDetail:
      'If this computer is lost now, everything in the vault is lost. Choose a folder and back up.',
    overdue: 'The last proven backup is older than you wanted',
    missing: 'The folder for backups is not there',
    missingDetail: 'Plug in the drive, or choose another folder. Redchop goes on trying by itself.',
    failed: 'The newest backup does not count',
    lacks: (count: string, one: boolean) =>
      one
        ? 'One original is damaged in the vault itself and is not in the backup'
        : `${count} originals are damaged in the vault itself and are not in the backup`,
    lacksDetail: (names: string) =>
      `Import these files again if you still have them: ${names}. The vault is then whole, and so is the next backup.`,
    lacking: (count: string) => `without ${count}`,
    folder: 'Folder',
    noFolder: 'None chosen',
    choose: 'Choose a folder…',
    change: 'Change…',
    rhythm: 'By itself',
    rhythms: (hours: number) =>
      hours === 0 ? 'Never' : hours < 24 ? `Every ${hours} hours` : hours === 24 ? 'Every day' : 'Every week',
    next: 'Next: ',
    asSoonAs: 'as soon as possible',
    make: 'Back up now',
    list: 'Backups of this vault',
    made: 'Made',
    state: 'State',
    size: 'Database',
    originals: 'Files',
    copied: (count: string) => `${count} new`,
    states,
    more: (count: string) => `Show ${count} older`,
  },
  locking: {
    title: 'Locking',
    intro:
      'The vault locks by itself when nobody works at it, and at once when the computer sleeps or its screen is locked. What you were typing is sealed and is back when you unlock.',
    idle: 'Lock after',
    minutes: (minutes: number) =>
      minutes === 1
        ? '1 minute without work'
        : minutes % 60 === 0
          ? `${minutes / 60} h without work`
          : `${minutes} minutes without work`,
    key: 'Lock at once:',
  },
  keys: {
    title: 'Keys',
    intro:
      'A new passphrase takes effect at once; nothing is encrypted anew, and the recovery code stays good. Backups made before still open with what opened them then: make a new one afterwards.',
    passphrase: 'Change the passphrase…',
    passphraseTitle: 'Change the passphrase',
    alsoKeyFile: 'Make a new key file too',
    choosePlace: 'Choose its place…',
    current: 'Passphrase now',
    next: 'New passphrase',
    changed: 'The passphrase is changed',
    keyFile: 'Key file',
    keyFileOff: 'None: the passphrase alone opens the vault.',
    keyFileOn: 'The passphrase opens the vault only together with the key file.',
    addKeyFile: 'Add a key file…',
    addKeyFileTitle: 'Add a key file',
    addKeyFileDetail:
      'Redchop writes a small file to a place you choose, best a memory stick. From then on the vault opens only with both. If the file is lost, only the recovery code opens the vault.',
    removeKeyFile: 'Do without the key file…',
    removeKeyFileTitle: 'Do without the key file',
    removeKeyFileDetail: 'From then on the passphrase alone opens the vault.',
    keyFileAdded: 'The key file is needed from now on',
    keyFileRemoved: 'The key file is no longer needed',
    recovery: 'Make a new recovery code…',
    recoveryTitle: 'Make a new recovery code',
    recoveryDetail:
      'The old code opens this vault no more once the new one has been typed back. Backups made before still open with it.',
    recoveryProve:
      'From your copy, so that we both know it is right. Until then the old code stays in force.',
    recoveryDropped: 'The old recovery code stays in force. Destroy what you wrote down of the new one.',
    sameAsNow: 'That is the passphrase you have now.',
    recoveryDone: 'The new recovery code is in force',
    show: 'Make the code',
    prove: 'Put it in force',
  },
  custody: {
    title: 'Receipts and record',
    intro:
      'A receipt fixes the state of the vault on paper: hand it to the client or a notary, and nobody can put an older vault in its place unseen. The custody record lets anyone check the chain without Redchop.',
    issue: 'Issue a receipt…',
    issued: 'The receipt is written',
    record: 'Write the custody record…',
    recorded: (name: string) => `The custody record is written: ${name}`,
    check: 'Check a receipt',
    checkHint: 'The line under its code, or what a scanner read from it',
    checkButton: 'Check',
    verdicts: {
      MATCHES: 'The vault is the one this receipt was issued for, and has only grown since.',
      LATER_THAN_VAULT:
        'The receipt is newer than this vault. Somebody put an older copy in its place, or the vault was restored from a backup.',
      ANOTHER_VAULT: 'The receipt belongs to another vault.',
      DIFFERENT_HISTORY:
        'The history of this vault is not the one on the receipt: entries were altered, or a backup older than the receipt was restored.',
      NOT_A_RECEIPT:
        'This is no receipt, or a character was mistyped. It begins with REDCHOP-RECEIPT-1 and ends with check= and eight characters.',
    },
  },
  restore: {
    open: 'Restore a backup…',
    title: 'Restore a backup',
    intro:
      'Redchop rebuilds the vault in a new folder, checks every page and every original, and only then puts it in place. The vault that is here now is kept.',
    choose: 'Choose the backup or its folder…',
    which: 'Which one',
    none: 'There is no backup of Redchop in this folder.',
    line: (moment: string, files: string, size: string) => `${moment} · ${files} files · ${size}`,
    with: 'Open it with',
    withPassphrase: 'Passphrase of that time',
    withRecovery: 'Recovery code',
    asksKeyFile: 'This backup also needs the key file; you will be asked where it lies.',
    submit: 'Verify and restore',
    verifying: 'Checking every page and original',
    rebuilding: 'Building the vault anew',
    done: 'The backup is restored',
    opensWith: 'It opens with the passphrase of the day it was made, or with the recovery code of that time.',
    kept: (folder: string) =>
      `The former vault is kept in ${folder}. Should this have been the wrong backup: quit Redchop and give the two folders each other’s name.`,
    unlock: 'Go on to unlocking',
    back: 'Back',
  },
  status: {
    proven: (when: string) => `Backup proven ${when}`,
    none: 'No proven backup',
  },
}
