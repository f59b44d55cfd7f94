import type { IdentityDraft } from '@bridge/model/identity.ts'
import { beforeEach, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { addIdentity, findCase } from '../cases/index.ts'
import { findMailPiece, type Side } from './pieces.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk()
  return () => desk.close()
})

const FORWARDER = 'lu@forwarder.example'
const stated = (
  value: string,
  side: IdentityDraft['side'] = 'third-party',
): Pick<IdentityDraft, 'side' | 'kind' | 'value'> => ({
  ...{ side, kind: value.includes('@') ? 'email' : 'domain', value },
})

test.each<[string, string[], ReturnType<typeof stated>[], Side]>([
  ['a stranger, the other side not known', [], [], 'theirs'],
  ['a third party, the other side not known', [], [stated(FORWARDER)], 'others'],
  ['a third party by its domain', [], [stated('forwarder.example')], 'others'],
  ['a third party at the counterparty’s domain', ['forwarder.example'], [stated(FORWARDER)], 'others'],
  ['the counterparty’s own mailbox at a third party’s', [FORWARDER], [stated('forwarder.example')], 'theirs'],
  ['our own mailbox at the counterparty’s', ['forwarder.example'], [stated(FORWARDER, 'client')], 'ours'],
])('%s', (_what, counterpartyMailboxes, identities, side) => {
  const caseId = desk.cases.add(caseDraft({ counterpartyMailboxes }))
  desk.store.write((writer) => {
    for (const each of identities)
      addIdentity(writer, { ...each, id: desk.ids.next(), caseId, addedAt: desk.clock.now() })
  })
  const [line] = receiveMail(desk, caseId, rawMail({ from: FORWARDER, messageId: '1@x' }))
  const matter = findCase(desk.store.read, caseId)
  if (!matter) throw new TypeError('No case')
  expect(findMailPiece(desk.store.read, matter, line?.messageId ?? '')?.side).toBe(side)
  // The list, its filter by side and the wording say the same.
  const page = { caseId, search: '', order: 'date', offset: 0, limit: 5 } as const
  expect(desk.evidence.list({ ...page, filter: { side: 'client' } }).total).toBe(side === 'ours' ? 1 : 0)
})
