import { TIERS, type Tier } from '../../tests/durability/tiers.ts'

/** A test that shows a promise: its file, and words that stand in it as a title. */
export interface Shown {
  file: string
  title: string
}

/** How often a promise is tried: with every commit and each night, from the table of tiers or, where it never changes, here. */
export type Count = keyof Tier | { gate: number | string; nightly: number | string }

/** One promise of the app. */
export interface Claim {
  promise: string
  shown: readonly Shown[]
  /** What is counted; null where a test shows it once and for all. */
  count: { what: string; of: Count } | null
  /** What it does not say. */
  limits: string
}

export interface Chapter {
  title: string
  claims: readonly Claim[]
}

export const gateOf = (of: Count): number | string => (typeof of === 'string' ? TIERS.gate[of] : of.gate)
export const nightlyOf = (of: Count): number | string =>
  typeof of === 'string' ? TIERS.nightly[of] : of.nightly

const at = (file: string, ...titles: string[]): Shown[] => titles.map((title) => ({ file, title }))
const same = (count: number | string): Count => ({ gate: count, nightly: count })

const FIGURES: Chapter = {
  title: 'What is tried in numbers',
  claims: [
    {
      promise: 'A program killed at any moment has lost nothing it acknowledged, and nothing is corrupt.',
      shown: at(
        'tests/durability/kills.test.ts',
        'a program killed at any moment has lost nothing that it acknowledged',
      ),
      count: { what: 'kills during import, export, backup, migration and lock', of: 'kills' },
      limits: 'A kill leaves the page cache of the system as it is; that is what the power cuts are for.',
    },
    {
      promise: 'A power cut at any moment loses nothing that was acknowledged.',
      shown: at(
        'tests/durability/power-cuts.test.ts',
        'a power cut at any moment loses nothing that was acknowledged',
      ),
      count: { what: 'disk states, sectors torn, from a log of every write', of: 'powerCuts' },
      limits:
        'Simulated: two models of a file system, no real power cut. A disk that lies about its cache is not covered.',
    },
    {
      promise: 'The power cuts would show it if the order of writes were wrong.',
      shown: at(
        'tests/durability/power-cuts.test.ts',
        'the power cuts catch every durability bug that is planted',
      ),
      count: { what: 'states tried for each of the twelve planted bugs', of: 'statesPerBug' },
      limits: 'Twelve bugs that were thought of.',
    },
    {
      promise: 'Whichever call to the disk fails, nothing is lost, and a sentence says so.',
      shown: at(
        'tests/durability/failures.test.ts',
        'whichever call to the disk fails, nothing is lost and a sentence says so',
      ),
      count: { what: 'failing calls', of: same('every one') },
      limits: 'No room and a failing disk, on Linux.',
    },
    {
      promise: 'Damage to any file is seen, and what is damaged is named.',
      shown: [
        ...at(
          'tests/durability/corruptions.test.ts',
          'damage to any file is seen and what is damaged is named',
        ),
        ...at('electron/store/verify-pages.test.ts', 'the damaged page is named'),
        ...at('electron/vault/head.test.ts', 'a store that lost its newest writes'),
      ],
      count: { what: 'flips, cuts and old pages put back', of: 'corruptions' },
      limits:
        'A whole folder put back as it was earlier is seen by the copy of the head kept elsewhere, or by a receipt; not without either.',
    },
    {
      promise:
        'Altered custody records and exports are found by both standalone verifiers, in the same words.',
      shown: at(
        'tests/durability/tampering/tampering.test.ts',
        'both verifiers find every altered record and export, in the same words, and pass every untouched one',
      ),
      count: { what: 'altered records of twelve kinds', of: 'tamperings' },
      limits:
        'Whoever holds the keys and every copy of the head can write another past. A receipt that left the computer shows it.',
    },
    {
      promise: 'Of 200 marked strings none can be read anywhere but where the lawyer exported them to.',
      shown: at(
        'tests/durability/canaries/canaries.test.ts',
        'leaves nothing readable while it runs: vault, temporary files, Chromium profile, log',
        'nor after it was closed',
        'and wrote nowhere but where it may',
        'nor after it was killed, and the next start sweeps what that left',
      ),
      count: {
        what: 'strings, in every file, in five character sets, base64, escapes and compressed streams',
        of: same(200),
      },
      limits:
        "On Linux, on the command line's own Chromium. Swap, hibernation and what a disk keeps of deleted blocks are the system's.",
    },
    {
      promise:
        'HTML mail in a real Chromium asks for nothing, runs nothing and leads nowhere, also with any one layer gone.',
      shown: at('tests/hostile/html.test.ts', 'hostile HTML mail in Chromium'),
      count: { what: 'vectors', of: 'htmlVectors' },
      limits: 'The Chromium of the test machine, not the one inside Electron.',
    },
    {
      promise:
        'No input breaks a reader, holds it for 10 s or makes it use 512 MiB, and the raw bytes are kept.',
      shown: [
        ...at(
          'tests/hostile/fuzz.test.ts',
          'break no reader, alter nothing, read the same twice, within 10 s and 512 MiB',
        ),
        ...at('tests/hostile/bombs.test.ts', 'a message that wants too much is kept, and the next one read'),
      ],
      count: { what: 'fuzzed inputs over all readers', of: 'fuzzedInputs' },
      limits: 'Mutations of samples and of a grammar; not guided by coverage.',
    },
    {
      promise:
        'Whatever a taken-over page sends, the answer has the declared shape, unknown keys are refused, and nothing outside is touched.',
      shown: [
        ...at(
          'tests/bridge/bad-payloads.test.ts',
          'every channel answers what a page must not send, and nothing breaks',
          'afterwards the vault closes, opens, and holds what it held',
        ),
        ...at('src/bridge/strictly.test.ts', 'a kind of schema that is not known cannot slip through'),
      ],
      count: { what: 'payloads for each channel', of: 'badPayloads' },
      limits:
        'A page that was taken over may still ask, while the vault is open, for all that the lawyer may ask for.',
    },
    {
      promise:
        'Of errors with text of a case in them, wherever an error can carry text, none crosses to the page or is logged.',
      shown: at(
        'tests/bridge/forced-errors.test.ts',
        'of a thousand errors with text of a case in them, none crosses and none is logged',
      ),
      count: { what: 'forced errors of twenty kinds', of: same(1_000) },
      limits: 'An error code in capitals is logged as it is: no library here makes one of text.',
    },
    {
      promise: 'Nobody but the page of the app is answered.',
      shown: at('tests/bridge/spoofed-senders.test.ts', '%s is answered on no channel, and drops nothing'),
      count: { what: 'kinds of false sender, on every channel', of: same('28, at least 20') },
      limits: 'What Electron says of the calling frame is believed.',
    },
    {
      promise: 'A backup counts only after it was restored and compared.',
      shown: at(
        'electron/features/safekeeping/safekeeping-service.test.ts',
        'a backup is made, proven, told in the chain, and a later one copies only what is new',
        'what is restored is the vault of the backup; the former vault is kept and named',
      ),
      count: { what: 'random vaults backed up, restored and equal', of: 'backups' },
      limits: 'A backup on the same disk goes with the disk.',
    },
  ],
}

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
        'Keys are wiped from the places we know; a copy that the runtime made may stay in memory until the process ends.',
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
