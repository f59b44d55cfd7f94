import { join } from 'node:path'

/** Everything of one trial lies in one folder; only the sources it imports lie outside, for they are not ours. */
export interface TrialPlaces {
  /** The folder of the trial, and all that a disk could lose. */
  readonly root: string
  readonly vault: string
  /** Where exports go. */
  readonly exports: string
  /** Where backups go. */
  readonly backups: string
  /** Where the newest receipt is printed to. */
  readonly receipt: string
  /** What has been acknowledged, a line each; beside the trial, on a disk that never fails. */
  readonly acks: string
}

export const trialPlaces = (root: string): TrialPlaces => ({
  root,
  vault: join(root, 'vault'),
  exports: join(root, 'exports'),
  backups: join(root, 'backups'),
  receipt: join(root, 'receipt.pdf'),
  acks: `${root}.acks`,
})
