import { join } from 'node:path'
import type { ChannelName } from '@bridge/channels/index.ts'
import { createTestVault, type TestProgram } from '../support/program.ts'

type Way = (program: TestProgram, name: ChannelName) => Promise<unknown>

/** Writes to a folder that went away after it was chosen. */
const toGonePlace: Way = async (program, name) => {
  await createTestVault(program)
  program.answers.folder = join(program.root, 'gone')
  program.answers.savePath = join(program.root, 'gone', 'receipt.pdf')
  return program.call(name, {})
}

/** The program of these tests prints nothing. */
const withoutPrinter: Way = async (program, name) => {
  await createTestVault(program)
  program.answers.savePath = join(program.root, '..', 'receipt.pdf')
  return program.call(name, {})
}

/** How each error of the custody record and of receipts comes about. */
export const CUSTODY_WAYS = {
  'custody.export': { PLACE_REFUSED: toGonePlace },
  'receipts.issue': { PLACE_REFUSED: toGonePlace, PRINT_FAILED: withoutPrinter },
  'receipts.check': {},
}
