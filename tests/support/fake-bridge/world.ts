import type { CaseRecord } from '@bridge/model/case.ts'
import type { ImportReceipt, IntakeLine } from '@bridge/model/evidence.ts'
import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import type { Identity } from '@bridge/model/identity.ts'
import type { Job } from '@bridge/model/job.ts'
import type { Statement } from '@bridge/model/statement.ts'
import type { Translation } from '@bridge/model/translation.ts'
import { fillChat } from './chat-handlers.ts'
import { type FakeForums, makeForums } from './forums-handlers.ts'
import { makeIdentities } from './identities-handlers.ts'
import { type FakeMessage, makeMessages } from './make-messages.ts'
import { makeStatements } from './make-statements.ts'
import { makeTranslations } from './reading-handlers.ts'
import { makeSafekeeping } from './safekeeping-handlers.ts'
import { fakeId, type Scene } from './scenes.ts'
import { PARTIES } from './texts.ts'

/** Everything the fake main process remembers. */
export interface World {
  scene: Scene
  cases: CaseRecord[]
  messages: FakeMessage[]
  statements: Statement[]
  translations: Translation[]
  identities: Identity[]
  forums: FakeForums
  exhibits: ExhibitSet
  imports: { receipt: ImportReceipt; lines: IntakeLine[] }[]
  jobs: Job[]
  safekeeping: ReturnType<typeof makeSafekeeping>
  drafts: Map<string, string>
}

const COUNTS = {
  none: { cases: 0, messages: 0, statements: 0 },
  one: { cases: 1, messages: 1, statements: 1 },
  many: { cases: 24, messages: 5_000, statements: 40 },
}

/** Builds the same world for the same scene, always. */
export function makeWorld(scene: Scene): World {
  const counts = COUNTS[scene.size]
  const messages = makeMessages(counts.messages)
  fillChat(messages)
  const cases = Array.from({ length: Math.max(1, counts.cases) }, (_, n) => makeCase(n))
  return {
    scene,
    cases: scene.size === 'none' ? [] : cases,
    messages,
    statements: makeStatements(messages, counts.statements),
    translations: makeTranslations(messages),
    identities: makeIdentities(scene.size),
    forums: makeForums(scene.size),
    exhibits: emptySet(),
    imports: scene.size === 'none' ? [] : [makeImport(messages)],
    safekeeping: makeSafekeeping(),
    jobs: scene.jobRunning ? [stuckJob()] : [],
    drafts: new Map(),
  }
}

export function makeCase(n: number): CaseRecord {
  const [title, zh, en] = PARTIES[n % PARTIES.length] ?? ['', '', '']
  return {
    id: fakeId('case', n + 1),
    revision: 1,
    createdAt: '2026-01-05T09:00:00Z',
    changedAt: '2026-11-19T09:00:00Z',
    archivedAt: null,
    title: n < PARTIES.length ? title : `${title} (${n + 1})`,
    reference: `26/${String(118 + n).padStart(4, '0')}`,
    clientName: n === 3 ? 'Consorzio per lo Sviluppo dei Macchinari Agricoli' : 'Nordlys Lighting A/S',
    clientRole: 'creditor',
    clientMailboxes: ['nordlys-lighting.example'],
    counterpartyNameZh: zh,
    counterpartyNameEn: en,
    counterpartyCode: '91330201MA2AXXXX1L',
    counterpartyAddresses: ['浙江省宁波市北仑区保税东区兴业大道 8 号'],
    counterpartyMailboxes: ['hongda-deng.example.cn'],
    contractTitle: 'Proforma invoice',
    contractNumber: 'HD-2025-0417',
    contractDate: '2025-04-17',
    claimMinor: n === 4 ? null : 8_988_000 + n * 12_345_67,
    claimCurrency: n % 3 === 2 ? 'CNY' : 'USD',
    claimDueOn: n === 4 ? null : '2025-08-10',
    forums: n === 0 ? ['prc-court', 'alibaba-mediation', 'aliexpress-dispute'] : ['prc-court'],
    notes: '',
  }
}

const emptySet = (): ExhibitSet => ({
  settings: {
    language: 'both',
    numberStyle: 'chinese',
    numbering: 'continuous',
    tribunal: '宁波市北仑区人民法院',
    caseNumber: '',
    submitter: 'Nordlys Lighting A/S',
    submitterRole: 'plaintiff',
    submittedOn: null,
    showKind: true,
    showOriginality: false,
  },
  groups: [],
})

function makeImport(messages: readonly FakeMessage[]): World['imports'][number] {
  const id = fakeId('import', 1)
  const lines = messages.flatMap(({ view }) => view.intakes)
  const extra = (
    outcome: IntakeLine['outcome'],
    reason: string,
    n: number,
    sourceName: string,
  ): IntakeLine => ({
    id: crypto.randomUUID(),
    importId: id,
    sourceName,
    sourceOffset: null,
    containerSha256: null,
    itemNumber: null,
    folder: null,
    labels: null,
    outcome,
    reason,
    messageId: null,
    originalSha256: null,
    takenAt: `2026-11-19T09:00:0${n}Z`,
  })
  const skipped = [
    extra('skipped', 'NOT_MAIL', 1, '往来函件/2025/合同扫描件.pdf'),
    extra('skipped', 'SYMBOLIC_LINK', 2, 'old mail'),
  ]
  const all = [...skipped, ...lines]
  const count = (outcome: IntakeLine['outcome']): number =>
    all.filter((line) => line.outcome === outcome).length
  return {
    receipt: {
      id,
      startedAt: '2026-11-19T09:00:00Z',
      endedAt: '2026-11-19T09:01:12Z',
      cancelled: false,
      counts: {
        stored: count('stored'),
        known: count('known'),
        unreadable: count('unreadable'),
        skipped: count('skipped'),
      },
    },
    lines: all,
  }
}

const stuckJob = (): Job => ({
  id: fakeId('job', 1),
  kind: 'evidence.import',
  caseId: fakeId('case', 1),
  subjectId: fakeId('import', 2),
  state: 'running',
  phase: 'reading',
  done: 4_210,
  total: 10_000,
  failure: null,
})
