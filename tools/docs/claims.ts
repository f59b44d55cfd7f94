import { at, type Chapter, same } from './claim.ts'
import { FIGURES } from './figure-claims.ts'

const KEYS: Chapter = {
  title: '1 Keys',
  claims: [
    {
      promise:
        'The keyring is authenticated and bounded: a forged one is refused before anything costly is done.',
      shown: at(
        'electron/vault/keyring.test.ts',
        'is damaged by any single flip and by any cut, and says so before any hashing',
        'cannot lower the cost: the slot is bound to it',
        'cannot bring back the slot of an old passphrase',
      ),
      count: { what: 'altered keyring files', of: 'keyrings' },
      limits: 'Argon2id slows guessing down; a weak passphrase stays weak.',
    },
    {
      promise: 'A new passphrase wraps the key anew and encrypts nothing again.',
      shown: at(
        'electron/vault/load-vault.test.ts',
        'a changed passphrase is the only one, and not one byte of data is written anew',
      ),
      count: null,
      limits: 'Old backups still open with the passphrase they were made under.',
    },
    {
      promise: 'With a key file neither it nor the passphrase opens anything alone.',
      shown: at(
        'electron/vault/vault-keys.test.ts',
        'is needed beside the passphrase, and neither opens anything alone',
      ),
      count: null,
      limits: 'The recovery code opens without either; it has to lie somewhere else.',
    },
    {
      promise: 'A wrong passphrase and a damaged store are told apart by proof.',
      shown: at('electron/store/traps.test.ts', 'the vault tells them apart'),
      count: null,
      limits: 'None known.',
    },
  ],
}

const OPENING: Chapter = {
  title: '2, 3 and 8 Opening, bytes, one writer',
  claims: [
    {
      promise: 'None of the fourteen traps of this stack is open.',
      shown: [
        ...at(
          'electron/store/traps.test.ts',
          'every setting that SQLite would not choose by itself is missed when it is left out',
          'T1: the default cipher is another one',
          'T2: a forgotten key writes in clear',
          'T3: outside the legacy format 8 bytes of the first page are not authenticated',
          'T7: synchronous falls to NORMAL on the second opening',
          'T13: SQLite says the same of a wrong key and of damage',
        ),
        ...at(
          'electron/store/verify-pages.test.ts',
          'T4, T5: one bit flipped in any byte of a store is noticed, free pages and header included',
        ),
        ...at(
          'electron/vault/head.test.ts',
          '151 bits of the write-ahead log flipped one at a time: each is noticed, and nothing is without a flip',
        ),
        ...at(
          'electron/features/evidence/originals.test.ts',
          'T14: below 64 KiB an original lies in the database, from there on in a file of its own',
        ),
      ],
      count: null,
      limits: 'Measured with the locked version of the driver; another one has to be measured again.',
    },
    {
      promise: 'A file of an original is decryptable and nameable without the database.',
      shown: at(
        'electron/vault/salvage/salvage-vault.test.ts',
        'without the database every file is recovered, equal byte for byte, and named',
      ),
      count: { what: 'vaults with one page in a hundred damaged', of: same(50) },
      limits: 'Originals below 64 KiB lie in the database: those on damaged pages are gone but for a backup.',
    },
    {
      promise:
        'What a crash left half-written is swept at the next start; orphans are set aside, not deleted.',
      shown: at(
        'electron/features/evidence/sweep-originals.test.ts',
        'a file without a row is set aside after a day, counted in the chain, and no other',
      ),
      count: null,
      limits: 'None known.',
    },
    {
      promise: 'A second writer is refused in a sentence that says who holds the vault.',
      shown: at('electron/store/holder.test.ts', 'is told which one has the store open, and since when'),
      count: null,
      limits:
        'On one computer. Network folders and folders of sync programs are refused where they are recognised.',
    },
  ],
}

const CHAIN: Chapter = {
  title: '4 and 5 Audit chain and backup',
  claims: [
    {
      promise: 'Every act that matters is in a chain that shows any edit, gap or reordering.',
      shown: at(
        'electron/vault/audit-chain.test.ts',
        'tampering is named',
        'a clock set back is said with the entry, and order stays the order of the acts',
      ),
      count: null,
      limits: 'Times are what the clock of the computer claimed; the order is what is proven.',
    },
    {
      promise: 'One exhibit can be proven to stand in the chain without showing the rest.',
      shown: at(
        'electron/vault/merkle.test.ts',
        'every leaf of any tree is proven, and its root is that of the definition',
        'one change to the claim, whichever, and it is no longer proven',
      ),
      count: null,
      limits: 'It proves what was taken in and when it was in the chain; not who wrote the mail.',
    },
    {
      promise: 'A whole folder put back to an earlier day is noticed by the copy of the head kept elsewhere.',
      shown: at(
        'electron/vault/head.test.ts',
        'tells of a whole folder rolled back, which nothing inside it can',
      ),
      count: null,
      limits: 'Where that copy is put back too, only a receipt that left the computer shows it.',
    },
  ],
}

const LOCK: Chapter = {
  title: '6 and 7 Lock and hostile input',
  claims: [
    {
      promise:
        'The vault locks after the minutes set, on suspend and by key, within two seconds, whatever is open.',
      shown: [
        ...at('electron/ipc/idle-lock.test.ts', 'locks after the minutes set, once, and not a second before'),
        ...at(
          'electron/ipc/vault-session.test.ts',
          'a lock is done within 2 s while an import runs and a dialog waits for an answer, and shuts at once',
        ),
        ...at('electron/app/power.test.ts', '%s locks at once'),
      ],
      count: null,
      limits:
        'What is told to the window passes through its process, and so does the passphrase: copies may stay in that memory until it is used again.',
    },
    {
      promise:
        'A lock ends the processes that held keys, store and page, and nothing of the case stays in the window.',
      shown: at('tests/e2e/lock.spec.ts', 'a lock leaves nothing of the case in the window'),
      count: null,
      limits: 'Seen over the stand-in for Electron, in the memory of its renderers.',
    },
    {
      promise: 'A program that dies costs a lock and nothing that was acknowledged.',
      shown: at(
        'tests/e2e/lock.spec.ts',
        'a program that dies shows the door, and nothing acknowledged is lost',
      ),
      count: null,
      limits: 'Shown once through the built app; the kills above show it in numbers.',
    },
    {
      promise: 'An open edit is sealed encrypted and back after unlocking.',
      shown: at(
        'electron/features/drafts/drafts-service.test.ts',
        'what is typed is there after a lock and unlock, the newest of each form, and in clear nowhere on disk',
      ),
      count: null,
      limits: 'What was typed in the last fifth of a second may be missing.',
    },
    {
      promise: 'No text makes a regular expression of ours take the square of its length.',
      shown: at(
        'tests/hostile/patterns.test.ts',
        'take twice as long for twice the text, whatever the text',
        'would be found: %s',
      ),
      count: null,
      limits: 'Texts of what each pattern is made of, up to 16,384 characters; tried, not proven.',
    },
    {
      promise:
        'A sender is named who hides characters, shows the address of another, or writes from a domain that looks like another.',
      shown: at(
        'tests/hostile/spoofs.test.ts',
        '200 senders who are not what they look like are each named as that',
        'a GBK character whose second octet is a backslash swallows nothing behind it',
        'of 5,000 honest senders, Chinese and others, not one in a hundred is doubted',
      ),
      count: { what: 'senders', of: same(206) },
      limits: 'A domain that is merely spelt alike, in letters of one script, is not noticed.',
    },
    {
      promise: 'A crash leaves no image of memory.',
      shown: at(
        'electron/platform/no-core-dumps.test.ts',
        'neither it nor what it starts may leave an image of memory',
      ),
      count: null,
      limits:
        "On Linux, for our processes. Chromium's renderers come from a process that was there before; Windows and macOS have their own settings.",
    },
  ],
}

const ELECTRON: Chapter = {
  title: '9 Electron',
  claims: [
    {
      promise:
        "All twenty items of Electron's security checklist hold for the real main process and preload.",
      shown: at(
        'tests/electron-security/checklist.test.ts',
        '5 every permission is refused, asked or checked, but putting text on the clipboard',
        '13 no page leaves its place, and a frame shows a mail and nothing else',
        '17 every message is answered only after its sender is known',
        '20 the page is given three functions and nothing of Electron',
      ),
      count: { what: 'items', of: same(20) },
      limits: 'Run over a recorded Electron: that Electron keeps to what it was told is not shown.',
    },
    {
      promise:
        'All nine fuses stand on the safe side in the packed program, and the package holds what it needs and no more.',
      shown: at(
        'tests/electron-security/packaging.test.ts',
        '19 the fuses, read from the packed program as Electron reads them',
        'has no Node beside Electron, no command line, no test, no source, no other module',
      ),
      count: { what: 'fuses', of: same(9) },
      limits:
        'Packed over a fake distribution: no packed program was started, nothing is signed, no installer was made.',
    },
  ],
}

/** All that is promised, in the order of `docs/claims.md`. */
export const CHAPTERS: readonly Chapter[] = [FIGURES, KEYS, OPENING, CHAIN, LOCK, ELECTRON]

/** Against what there is no promise at all. */
export const NOT_COVERED: readonly string[] = [
  'malware that runs as the same user while the vault is open; a hostile administrator',
  'memory read out by cold boot or DMA, and what swap or hibernation write of it',
  'capture of the screen; on Linux nothing can be done against it',
  'the print spool of the operating system, and what other programs do with a file that was exported to them',
  'what a solid-state disk keeps of deleted blocks',
  'a whole folder put back to an earlier state, where neither a copy of the head nor a receipt is elsewhere',
  'a document that was altered before it was taken in',
  'a weak passphrase, and a lawyer who is made to tell it',
  'real power cuts, Windows and macOS file systems, and real Electron: none of them was on the machine where this was tested',
]
