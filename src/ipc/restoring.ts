import type { Progress } from '@bridge/model/job.ts'
import { useEffect, useState } from 'react'
import { listen } from './client.ts'

/** How far `restore.run` is, as main last told; null before it told anything. */
export function useRestoring(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => listen('restore', setProgress), [])
  return progress
}
