import { systemClock } from '../../../electron/platform/clock.ts'
import { appPaths } from '../../../electron/platform/paths.ts'
import { restoreBackup } from '../../../electron/vault/backup/restore.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { startInProcessWorker } from '../driver/in-process-workers.ts'

// A restore in a process of its own, to be killed: `restore-child <vault> <folder of backups> <id> <passphrase>`.
const [vault = '', folder = '', backupId = '', passphrase = ''] = process.argv.slice(2)
const secret = { passphrase }
await restoreBackup(
  {
    paths: appPaths(vault),
    kdf: cheapKdf,
    clock: systemClock,
    startWorker: startInProcessWorker,
    whileClosed: (work) => work(),
  },
  { folder, backupId, secret },
)
process.exit(0)
