import type { Job } from '@bridge/model/job.ts'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { listen } from './client.ts'
import { useQuery } from './use-query.ts'

const KEY = ['jobs.list', {}]

/** Takes the newest word about a job in, beside what is known of the others. */
export function rememberJob(client: QueryClient, job: Job): void {
  client.setQueryData<{ jobs: Job[] }>(KEY, (known) => {
    if (!known) return undefined // the first answer is still on its way and will hold this job
    const isKnown = known.jobs.some(({ id }) => id === job.id)
    return {
      jobs: isKnown ? known.jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...known.jobs],
    }
  })
}

/** All long work known, newest first, kept true by progress events. */
export const useJobs = (): readonly Job[] => useQuery('jobs.list', {}).data?.jobs ?? []

/** Tells when a piece of long work ends, however it ends. */
export function useJobEnd(listener: (job: Job) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => listen('job', (job) => job.state !== 'running' && latest.current(job)), [])
}
