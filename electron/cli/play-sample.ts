import type { ImportReceipt } from '@bridge/model/evidence.ts'
import type { Desk } from '../ipc/desk.ts'
import { JobFailure } from './job-failure.ts'
import type { SampleCase, SampleStatement } from './sample-case.ts'

export interface Played {
  caseId: string
  receipt: ImportReceipt
  statementCount: number
  confirmedCount: number
}

/** Does with the sample case what a lawyer does in the window: opens it, takes in its mail, confirms, lists exhibits. */
export async function playSample(desk: Desk, sample: SampleCase, mailFolder: string): Promise<Played> {
  const caseId = desk.cases.add(sample.case)
  const receipt = await takeIn(desk, caseId, mailFolder)
  const messages = messagesByHeaderId(desk, caseId)
  const statements = new Map(
    sample.statements.map((each) => [each.id, makeStatement(desk, caseId, each, messages)]),
  )
  listExhibits(desk, caseId, sample, messages, statements)
  const made = desk.confirmations.list(caseId)
  const confirmedCount = made.filter((each) => each.state === 'confirmed').length
  return { caseId, receipt, statementCount: made.length, confirmedCount }
}

async function takeIn(desk: Desk, caseId: string, folder: string): Promise<ImportReceipt> {
  const { jobId, importId } = desk.evidence.import(caseId, [folder])
  const job = await desk.jobs.ended(jobId)
  if (job?.state !== 'done') throw new JobFailure(job)
  return desk.evidence.getReceipt({ importId, outcome: null, offset: 0, limit: 1 }).receipt
}

type Lookup = (headerMessageId: string) => string

function messagesByHeaderId(desk: Desk, caseId: string): Lookup {
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 500 } as const
  const ids = new Map(
    desk.evidence.list(page).rows.map((row) => [desk.evidence.get(row.id).headerMessageId, row.id] as const),
  )
  return (headerMessageId) => {
    const id = ids.get(headerMessageId)
    if (!id) throw new TypeError(`The sample names a message that is not there: ${headerMessageId}`)
    return id
  }
}

function makeStatement(desk: Desk, caseId: string, sample: SampleStatement, idOf: Lookup): string {
  const { kind, channel, quote } = sample
  const statementId = sample.message
    ? markPassage(desk, idOf(sample.message.messageId), kind, quote)
    : desk.confirmations.type({
        caseId,
        kind,
        channel,
        quote,
        speaker: sample.speaker ?? '',
        saidOn: sample.saidOn ?? null,
      })
  if (sample.askedOn) desk.confirmations.setAsked(statementId, sample.askedOn)
  for (const answer of sample.answers) {
    const messageId = idOf(answer.message.messageId)
    desk.confirmations.decide({ statementId, messageId, verdict: answer.verdict, quote: answer.quote })
  }
  return statementId
}

function markPassage(desk: Desk, messageId: string, kind: SampleStatement['kind'], quote: string): string {
  const quoteStart = desk.evidence.get(messageId).text.indexOf(quote)
  return desk.confirmations.mark({ messageId, kind, quote, quoteStart: Math.max(0, quoteStart) })
}

function listExhibits(
  desk: Desk,
  caseId: string,
  sample: SampleCase,
  idOf: Lookup,
  statements: ReadonlyMap<string, string>,
): void {
  desk.exhibits.changeSettings(caseId, sample.settings)
  for (const { exhibits, ...wording } of sample.groups) {
    const groupId = desk.exhibits.addGroup(caseId, wording)
    for (const { items, ...exhibitWording } of exhibits) {
      const statementIds = items.flatMap((item) =>
        'statement' in item ? [statements.get(item.statement) ?? ''] : [],
      )
      const messageIds = items.flatMap((item) => ('message' in item ? [idOf(item.message.messageId)] : []))
      const [exhibitId = ''] =
        statementIds.length > 0
          ? desk.exhibits.addFromStatements(caseId, statementIds, groupId)
          : desk.exhibits.addFromMessages(caseId, messageIds, { together: true, groupId })
      desk.exhibits.change(exhibitId, exhibitWording)
    }
  }
}
