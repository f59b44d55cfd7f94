import { caseFile } from './case-file.ts'
import * as contract from './letters/1-contract.ts'
import * as delivery from './letters/2-delivery.ts'
import * as payment from './letters/3-payment.ts'
import * as refusal from './letters/4-refusal.ts'
import { composeMessage } from './mail/compose-message.ts'
import type { Letter } from './mail/letter.ts'
import { composeMbox } from './mail/mbox.ts'
import { mbox, placeOf } from './places.ts'

const exported: readonly Letter[] = [contract, delivery, payment, refusal]
  .flatMap((chapter): Letter[] => Object.values(chapter))
  .filter((letter) => !mbox.letters.includes(letter))

/** Every generated file of the sample case, by its path below `resources/sample-case/`. Same bytes on every run. */
export async function makeSampleCase(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const letter of exported) files.set(placeOf(letter).file, await composeMessage(letter))
  const twice = await composeMessage(payment.debtConfirmed)
  files.set(`mail/${payment.debtConfirmed.file}-second-export.eml`, twice)
  files.set(mbox.path, await composeMbox(mbox.letters))
  files.set('case.json', Buffer.from(`${JSON.stringify(caseFile, null, 2)}\n`))
  return files
}
