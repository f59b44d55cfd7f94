import type { ChannelName, Input, Output } from '@bridge/channels/index.ts'
import type { Program } from '../../../electron/ipc/program.ts'
import { OWN_ORIGIN } from './open-program.ts'

/** What the page is told instead of an answer. */
export class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Asks as the page does, through everything that stands between it and the program. Throws `Refused` with the code it is shown. */
export async function ask<N extends ChannelName>(
  program: Program,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const reply = await program.router({ url: `${OWN_ORIGIN}/`, isTopFrame: true }, name, input)
  if (!reply.ok) throw new Refused(reply.error.code)
  return reply.value as Output<N>
}

/**
 * Waits for long work that was just begun, and gives the id of what it made. Throws `Refused` with the code that the page is
 * shown where it ends otherwise than done.
 */
export async function untilDone(program: Program, begin: () => Promise<{ jobId: string }>): Promise<string> {
  const { jobs } = program.session.desk()
  const { jobId } = await begin()
  const job = await jobs.ended(jobId)
  if (job?.state !== 'done') throw new Refused(job?.failure?.code ?? `ENDED_${job?.state ?? 'NEVER'}`)
  return job.subjectId
}
