import { at, type Chapter, same } from './claim.ts'

/** What the issue asks to be counted. */
export const FIGURES: Chapter = {
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
      count: { what: 'states tried for each of the fourteen planted bugs', of: 'statesPerBug' },
      limits:
        'Fourteen bugs that were thought of; the recordings they are planted in are found clean without them first.',
    },
    {
      promise: 'Whichever call to the disk fails, nothing is lost, and a sentence says so.',
      shown: at(
        'tests/durability/failures.test.ts',
        'whichever call to the disk fails, nothing is lost and a sentence says so',
      ),
      count: {
        what: 'imports in the run of which every call to the disk fails once',
        of: 'failingImports',
      },
      limits: 'No room, a used-up quota and a failing disk, on Linux, by calls that say they failed.',
    },
    {
      promise: 'Damage to any file is seen, and what is damaged is named where anything can tell.',
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
        'Named are pages, originals, head log, keyring and the files of an export. A damaged write-ahead log or an older database is told by the number of entries that are gone, an older page by what contradicts it. A whole folder put back as it was earlier is seen by the copy of the head kept elsewhere, or by a receipt; not without either.',
    },
    {
      promise:
        'Altered custody records and exports are found by both standalone verifiers, in the same words, and exports by `redchop verify`.',
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
