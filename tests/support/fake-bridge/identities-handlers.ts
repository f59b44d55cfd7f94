import type { Identity, IdentityDraft, Sender } from '@bridge/model/identity.ts'
import { flagSender, type KnownIdentity } from '../../../electron/rules/identity/flag-sender.ts'
import { type FakeHandlers, fail, found } from './fake-handlers.ts'
import { fakeId, type Scene } from './scenes.ts'
import { NAMES } from './texts.ts'
import type { World } from './world.ts'

/** An id that looks like any other, and can be written down in a test. */
const fakeIdentityId = (n: number): string => `a0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

const nameless = { companyZh: '', companyEn: '', person: '', position: '' }
const SEEN = { sentCount: 0, namedCount: 0, firstAt: '2025-04-17T06:30:00Z', lastAt: '2026-06-06T12:30:00Z' }

const DRAFTS: readonly IdentityDraft[] = [
  {
    ...{ side: 'counterparty', kind: 'domain', value: 'hongda-deng.example.cn' },
    ...{
      companyZh: '宁波宏达灯饰有限公司',
      companyEn: 'Ningbo Hongda Lighting Co., Ltd.',
      person: '',
      position: '',
    },
  },
  {
    ...{ side: 'counterparty', kind: 'email', value: 'linxm@hongda-deng.example.cn' },
    ...{ companyZh: '宁波宏达灯饰有限公司', companyEn: 'Ningbo Hongda Lighting Co., Ltd.' },
    ...{ person: '林晓敏', position: '采购部经理' },
  },
  {
    ...{ side: 'counterparty', kind: 'wechat', value: 'lin_xiaomin_hongda' },
    ...{ companyZh: '宁波宏达灯饰有限公司', companyEn: '', person: '林晓敏', position: '采购部经理' },
  },
  {
    side: 'client',
    kind: 'domain',
    value: 'nordlys-lighting.example',
    ...nameless,
    companyEn: 'Nordlys Lighting A/S',
  },
]

const ref = (n: number) => ({
  id: fakeId('message', n),
  subject: '回复：PI HD-2025-0417, 2,400 pcs LED track lights',
  fromName: NAMES.them.name,
  fromAddress: NAMES.them.address,
  sentAt: '2025-04-17T08:30:00Z',
  sentZoneMinutes: 480,
})

/** Identities as a lawyer left them: most with a basis, one without. */
export function makeIdentities(size: Scene['size']): Identity[] {
  if (size === 'none') return []
  return DRAFTS.map((draft, n) => ({
    ...draft,
    id: fakeIdentityId(n + 1),
    flags: [],
    seen: draft.kind === 'wechat' ? null : { ...SEEN, sentCount: 2_142 - n * 600, namedCount: 310 },
    bases:
      n === 1
        ? [
            {
              id: fakeIdentityId(901),
              kind: 'contract-clause',
              quote: 'Notices to the Buyer: linxm@hongda-deng.example.cn (Ms. Lin Xiaomin, Purchasing)',
              note: 'PI HD-2025-0417, art. 12',
              message: ref(1),
            },
            {
              id: fakeIdentityId(902),
              kind: 'signature-block',
              quote: '林晓敏\n宁波宏达灯饰有限公司 采购部',
              note: '',
              message: ref(2),
            },
          ]
        : n === 0
          ? [
              {
                id: fakeIdentityId(903),
                kind: 'company-register',
                quote: '',
                note: 'GSXT extract of 3 March 2026 names the domain',
                message: null,
              },
            ]
          : [],
  }))
}

const knownOf = (world: World): KnownIdentity[] =>
  world.identities.map((each) => ({ ...each, founded: each.bases.length > 0 }))

const ADDRESSES: readonly (readonly [address: string, name: string, count: number])[] = [
  ['lin.xiaomin@163.com', '林晓敏', 214],
  ['accounts@hongda-deng.example.cn', '宏达财务', 96],
  ['payments@hongda-pay.example', 'Hongda Payments', 4],
  [NAMES.longest.address.replace('hongda-deng', 'hongda-dеng'), NAMES.longest.name, 2],
  ['ops@oceanline-forwarding.example', 'Oceanline Forwarding, Ningbo', 31],
  ['bounce@mailer.example', '', 1],
]

function makeSenders(world: World): Sender[] {
  const known = knownOf(world)
  return ADDRESSES.filter(([address]) => known.every(({ value }) => value !== address)).map(
    ([address, name, count]) => {
      const flags = flagSender({ from: [{ name, address }], replyTo: [] }, known)
      const isTheirs = address.endsWith('@hongda-deng.example.cn')
      return {
        address,
        names: name ? [name] : [],
        seen: { ...SEEN, sentCount: count, namedCount: count * 2 },
        side: isTheirs ? 'counterparty' : null,
        flags,
        proposal: {
          draft: {
            ...{
              side: isTheirs ? 'counterparty' : 'third-party',
              kind: 'email',
              value: address,
              ...nameless,
            },
            ...(isTheirs ? { companyZh: '宁波宏达灯饰有限公司' } : {}),
            person: name,
          },
          bases: isTheirs
            ? [
                { kind: 'signature-block', quote: '财务部\n宁波宏达灯饰有限公司', note: '', message: ref(2) },
                { kind: 'domain', quote: '', note: 'hongda-deng.example.cn', message: null },
              ]
            : [],
        },
      }
    },
  )
}

const get = (world: World, identityId: string): Identity =>
  found(world.identities.find(({ id }) => id === identityId))

const refuseKnown = (world: World, { side, kind, value }: IdentityDraft, except?: string): void => {
  const same = world.identities.some(
    (each) => each.id !== except && each.side === side && each.kind === kind && each.value === value,
  )
  if (same) fail('IDENTITY_KNOWN', {})
}

export const identitiesHandlers: FakeHandlers<'identities'> = {
  'identities.list': ({ caseId }, world) => ({
    identities: caseId === fakeId('case', 1) ? structuredClone(world.identities) : [],
  }),
  'identities.listSenders': ({ caseId, offset, limit }, world) => {
    const all = caseId === fakeId('case', 1) && world.messages.length > 0 ? makeSenders(world) : []
    return { senders: all.slice(offset, offset + limit), total: all.length }
  },
  'identities.add': ({ draft, bases }, world) => {
    refuseKnown(world, draft)
    const id = fakeIdentityId(world.identities.length + 100)
    const made = bases.map(({ messageId, ...basis }) => ({
      ...basis,
      id: crypto.randomUUID(),
      message: messageId ? ref(2) : null,
    }))
    world.identities.push({ ...draft, id, flags: [], seen: { ...SEEN }, bases: made })
    return { identityId: id }
  },
  'identities.change': ({ identityId, draft }, world) => {
    refuseKnown(world, draft, identityId)
    Object.assign(get(world, identityId), draft)
    return {}
  },
  'identities.remove': ({ identityId }, world) => {
    world.identities.splice(world.identities.indexOf(get(world, identityId)), 1)
    return {}
  },
  'identities.addBasis': ({ identityId, basis: { messageId, ...basis } }, world) => {
    const basisId = crypto.randomUUID()
    get(world, identityId).bases.push({ ...basis, id: basisId, message: messageId ? ref(2) : null })
    return { basisId }
  },
  'identities.removeBasis': ({ basisId }, world) => {
    for (const each of world.identities) each.bases = each.bases.filter(({ id }) => id !== basisId)
    return {}
  },
  'identities.print': () => ({ messageId: fakeId('message', 1) }),
}
