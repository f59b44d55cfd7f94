import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLabel } from '../../files/evb1.ts'
import { syncFolder } from '../../platform/durable-file.ts'
import type { WorkerKeys } from '../worker-keys.ts'
import { DamagedBackup } from './backup-error.ts'
import { type BackupPlace, partOf } from './backup-place.ts'
import { copyNew } from './copy-file.ts'
import { fileName, isWhole } from './originals.ts'
import { readManifest } from './prove-backup.ts'

/** Copies a proven backup into the new folder `target`, each file compared once more and synced. Throws `DamagedBackup`. */
export async function copyBackup(
  place: BackupPlace,
  target: string,
  keys: WorkerKeys,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const { files } = await readManifest(place, keys)
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  let done = 0
  await mkdir(join(target, 'files'), { recursive: true, mode: 0o700 })
  for (const { path, sha256 } of files) {
    const onPiece = (bytes: number) => {
      done += bytes
      tell(done, total)
    }
    const copied = await copyNew(partOf(place, path), join(target, path), { onPiece })
    if (copied.sha256 !== sha256 && !(await wasPutAnew(join(target, path), path, keys)))
      throw new DamagedBackup('DAMAGED', path)
  }
  await syncFolder(join(target, 'files'))
  await syncFolder(target)
}

/** An original that was put right since this backup was made is encrypted with other random bytes: its label says what it is. */
async function wasPutAnew(file: string, path: string, keys: WorkerKeys): Promise<boolean> {
  const sealed = await readFile(file)
  const label = openLabel(keys.content, sealed)
  if (!label || path !== `files/${fileName(keys.name, label.sha256)}`) return false
  return isWhole(sealed, { sha256: label.sha256, listed: undefined }, keys.content)
}
