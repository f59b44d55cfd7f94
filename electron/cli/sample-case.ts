import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { caseDraft, plainDate } from '@bridge/model/case.ts'
import { channel } from '@bridge/model/channel.ts'
import { exhibitSettings, exhibitWording, groupWording } from '@bridge/model/exhibit.ts'
import { statementKind, verdict } from '@bridge/model/statement.ts'
import { z } from 'zod'

const message = z.object({ messageId: z.string() })

const sampleStatement = z.object({
  id: z.string(),
  kind: statementKind,
  channel,
  message: message.optional(),
  speaker: z.string().optional(),
  saidOn: plainDate.optional(),
  quote: z.string(),
  askedOn: plainDate.optional(),
  answers: z.array(z.object({ message, verdict, quote: z.string() })),
})
export type SampleStatement = z.infer<typeof sampleStatement>

const sampleExhibit = exhibitWording.extend({
  items: z.array(z.union([z.object({ statement: z.string() }), z.object({ message })])).min(1),
})

const sampleCase = z.object({
  case: caseDraft,
  settings: exhibitSettings,
  statements: z.array(sampleStatement),
  groups: z.array(groupWording.extend({ exhibits: z.array(sampleExhibit) })),
})
export type SampleCase = z.infer<typeof sampleCase>

/** The invented case that ships with the app: what a lawyer would have typed and decided about its messages. */
export async function readSampleCase(folder: string): Promise<SampleCase> {
  return sampleCase.parse(JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')))
}
