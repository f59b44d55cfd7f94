import type { DkimKey, Finding, Provenance } from '@bridge/model/authenticity.ts'
import { readKeyAnswers } from '../../../electron/authenticity/read-key-answers.ts'
import { say } from '../../../electron/authenticity/say.ts'
import { scoreCard } from '../../../electron/authenticity/score-card.ts'
import type { FakeHandlers } from './fake-handlers.ts'

/** What the tests say of a message of 163.com whose date was set back. */
const FINDINGS: Finding[] = [
  say('received.steps', 'ordered', {
    steps: [
      '1. m12-16.163.com · 2026-08-12 09:15:02 +08:00',
      '2. mx.lindqvist.example · 2026-08-12 03:15:09 +02:00 · +00:00:07',
    ],
    transit: '+00:00:07',
  }),
  say('received.zones', 'real', { zones: '+08:00, +02:00' }),
  say('date.first-hop', 'earlier', {
    date: '2026-07-01 09:15:00 +08:00',
    firstHop: 'm12-16.163.com · 2026-08-12 09:15:02 +08:00',
    difference: '+1008:00:02',
  }),
  say('message-id.form', 'proper', { messageId: '<782deb83.5bf6.173520e4cef.Coremail.wangwei@163.com>' }),
  say('boundary.time', 'differs', {
    boundary: '----=_Part_3532716_1471051372.1786497300000',
    generator: 'Java Mail, Coremail',
    hiddenTime: '2026-08-12 01:15:00 UTC',
    date: '2026-07-01 01:15:00 UTC',
    difference: '+1008:00:00',
  }),
  say('header.duplicates', 'none', {}),
  say('sender.free-mail', 'free', { sender: 'wangwei@163.com' }),
  say('dkim', 'body-agrees', {
    dnsName: 's110527._domainkey.163.com',
    algorithm: 'rsa-sha256',
    signedAt: '2026-08-12 01:15:02 UTC',
  }),
  say('server.results', 'passed', {
    server: 'mx.lindqvist.example',
    results: 'spf=pass, dkim=pass, dmarc=pass',
  }),
]

const KEY: DkimKey = {
  id: '6b657900-0000-4000-8000-000000000001',
  domain: 'very-long-name-of-a-machine-works.example.com.cn',
  selector: 'selector2026',
  record: 'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB',
  lookedUpOn: '2026-11-20',
  lookedUpBy: '陈律师 Chen Yu',
  source: 'nslookup, 8.8.8.8',
  addedAt: '2026-11-20T09:00:00Z',
}

const provenances = new Map<string, Provenance>()

export const authenticityHandlers: FakeHandlers<'authenticity' | 'originality'> = {
  'originality.make': () => ({ made: { name: '原始性材料 originality pack' } }),
  'authenticity.test': () => ({
    findings: FINDINGS,
    score: scoreCard({
      form: 'mail',
      readable: true,
      findings: FINDINGS,
      accounts: [],
      provenanceStated: false,
      identity: 'unlisted',
      thread: { messages: 4, bothSides: true, missing: 1 },
      attachments: { count: 2, elsewhere: 1 },
      custodyLines: 1,
      confirmation: 'confirmed',
      marks: [{ factor: 9, mark: 'strong', note: '（2026）沪东证字第1234号' }],
    }),
    keys: [{ domain: '163.com', selector: 's110527', kept: false }],
  }),
  'authenticity.mark': () => ({}),
  'authenticity.listCopies': () => ({ copies: [] }),
  'authenticity.compare': () => ({ differences: [] }),
  'authenticity.listKeys': () => ({ keys: [KEY] }),
  'authenticity.addKeys': ({ text }) => {
    const { keys, problems } = readKeyAnswers(text)
    return {
      added: keys.map(({ domain, selector }) => ({ domain, selector })),
      known: 0,
      problems: [...problems],
    }
  },
  'authenticity.withdrawKey': () => ({}),
  'authenticity.saveLookup': () => ({ saved: true, names: 12, unread: 1 }),
  'authenticity.getProvenance': ({ importId }) => ({ provenance: provenances.get(importId) ?? null }),
  'authenticity.stateProvenance': ({ importId, provenance }) => {
    provenances.set(importId, provenance)
    return {}
  },
}
