import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { job } from '../model/job.ts'

export const jobsChannels = {
  'jobs.list': query({
    summary: 'Long work: what runs now, and what ended since the vault was opened.',
    input: z.object({}),
    output: z.object({ jobs: z.array(job) }),
    errors: [],
    reads: ['jobs'],
  }),
  'jobs.cancel': command({
    summary: 'Stops a piece of long work; nothing is left half-written.',
    input: z.object({ jobId: z.uuid() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['jobs'],
  }),
}
