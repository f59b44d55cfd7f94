import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for second copies of head records: in no folder that anyone copies together with the vault. The window and the
 * command line must name the same one. Where `REDCHOP_USER_DATA` moves all data, it goes along, beside the vault.
 */
export function headCopyPlace(env: NodeJS.ProcessEnv, platform = process.platform, home = homedir()): string {
  if (env.REDCHOP_USER_DATA) return join(env.REDCHOP_USER_DATA, 'heads')
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Redchop', 'heads')
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', 'Redchop', 'heads')
  return join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'redchop', 'heads')
}
