import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { askOne } from '../../../tests/durability/tampering/ask-verifiers.ts'
import { withProof } from '../../../tests/durability/tampering/exhibit-export.ts'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { composeProof } from './compose-proof.ts'
import { createCustodyService } from './custody-service.ts'

vi.setConfig({ testTimeout: 300_000 })

const WORDS = { from: 'li@hongda.example.cn', to: 'keller@seller.example', subject: 'PO-7', body: '欠款' }
const printer = { render: async () => Buffer.from('%PDF-'), close: async () => undefined }

test('originals are proven to both verifiers, and to a receipt issued between them', async () => {
  const desk = await openTestDesk()
  const custody = createCustodyService({ ...desk, pdf: printer })
  const [caseId, other] = [desk.cases.add(caseDraft()), desk.cases.add(caseDraft())]
  const mails = [1, 2].map((n) => rawMail({ ...WORDS, messageId: `${n}@hongda.example.cn` }))
  const [first = Buffer.of(), second = Buffer.of()] = mails
  receiveMail(desk, other, first, second)
  receiveMail(desk, caseId, first)
  const place = temporaryFolder()
  const { text } = await custody.issueReceipt(join(place, 'receipt.pdf'))
  receiveMail(desk, caseId, second)
  const later = await custody.issueReceipt(join(place, 'receipt.pdf'))

  const named = mails.map((bytes, at) => ({
    path: `originals/${at + 1}.eml`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  }))
  const files = named.map(({ path, sha256 }) => ({ path, sha256 }))
  const proof = await composeProof(desk.store.read, { storeId: desk.storeId, caseId, files })
  // The line of custody of this case is proven, not the earlier one of another.
  expect(proof.items.every(({ entry }) => entry.includes(`"case":"${caseId}"`))).toBe(true)
  expect(proof.receipts).toHaveLength(2)

  const laidOut = (change = proof): string => {
    const folder = join(place, 'export')
    rmSync(folder, { recursive: true, force: true })
    for (const [path, bytes] of withProof(new Map(named.map(({ path, bytes }) => [path, bytes])), change)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    return folder
  }
  const folder = laidOut()
  for (const [receipt, said] of [
    [null, 'no receipt'],
    [text, 'receipt matches and covers 1 of 2'],
    [later.text, 'receipt matches and covers 2 of 2'],
    [`${text}0`, 'RECEIPT_UNREADABLE receipt'],
  ] as const) {
    const { python, node } = await askOne({ folder, receipt })
    expect(python).toBe(node)
    expect(python).toContain(said)
    expect(python.startsWith('OK exhibits: ')).toBe(receipt !== `${text}0`)
  }
  const [kept, ...receipts] = proof.receipts
  if (!kept) throw new TypeError('No receipt')
  const forged = { ...kept, root: '0'.repeat(64) }
  const answers = await askOne({
    folder: laidOut({ ...proof, receipts: [forged, ...receipts] }),
    receipt: text,
  })
  expect(answers.python).toBe(answers.node)
  expect(answers.python).toContain(`PROOF_RECEIPT ${kept.seq}\nRECEIPT_DIFFERS receipt`)
  await desk.close()
})
