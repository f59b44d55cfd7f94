import { join, resolve } from 'node:path'
import { readSampleCase, type SampleCase } from '../../electron/cli/sample-case.ts'
import { openTestDesk, type TestDesk } from './desk.ts'

const FOLDER = resolve(import.meta.dirname, '../../resources/sample-case')

export interface SampleDesk {
  desk: TestDesk
  sample: SampleCase
  caseId: string
  /** The message with this Message-ID. */
  idOf(headerMessageId: string): string
}

/** A desk with the sample case on it, its mail taken in by the real worker; nothing is marked yet. */
export async function openSampleDesk(): Promise<SampleDesk> {
  const [desk, sample] = [await openTestDesk(), await readSampleCase(FOLDER)]
  const caseId = desk.cases.add(sample.case)
  const { jobId } = desk.evidence.import(caseId, [join(FOLDER, 'mail')])
  await desk.jobs.ended(jobId)
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 500 } as const
  const ids = new Map(
    desk.evidence.list(page).rows.map(({ id }) => [desk.evidence.get(id).headerMessageId, id]),
  )
  return {
    desk,
    sample,
    caseId,
    idOf(headerMessageId) {
      const id = ids.get(headerMessageId)
      if (!id) throw new TypeError(`No such message in the sample: ${headerMessageId}`)
      return id
    },
  }
}
