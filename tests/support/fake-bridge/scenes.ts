import type { ChannelName } from '@bridge/channels/index.ts'
import type { Settings } from '@bridge/channels/settings.ts'
import type { KeyFileState, VaultState } from '@bridge/channels/vault.ts'
import type { BridgeError } from '@bridge/errors.ts'
import type { VaultAlarm } from '@bridge/model/vault-alarm.ts'

/** What the window finds when it opens. Plain data: it crosses into the page as JSON. */
export interface Scene {
  vault: VaultState
  keyFile: KeyFileState
  alarm: VaultAlarm | null
  settings: Settings
  /** How many messages the first case holds, and with them cases, statements and exhibits. */
  size: 'none' | 'one' | 'many'
  /** An import that neither moves nor ends. */
  jobRunning: boolean
  /** Channels that fail, and with what. */
  failing: Partial<Record<ChannelName, BridgeError>>
}

export const SCENE: Scene = {
  vault: 'unlocked',
  keyFile: 'none',
  alarm: null,
  settings: { locale: 'en', colorScheme: 'light', density: 'comfortable' },
  size: 'many',
  jobRunning: false,
  failing: {},
}

/** Passphrase and recovery code every fake vault opens with. */
export const PASSPHRASE = 'harbour lantern velvet orbit'
export const RECOVERY_CODE = 'K7QF-2MZD-9XWA-4RTC-V6NJ-8HPB-3EYG-5SUL-W2DK'

/** An id that looks like any other, and can be written down in a test. */
export const fakeId = (
  kind: 'case' | 'message' | 'statement' | 'exhibit' | 'group' | 'import' | 'job' | 'translation',
  n: number,
): string => {
  const kinds = { case: 1, message: 2, statement: 3, exhibit: 4, group: 5, import: 6, job: 7, translation: 8 }
  return `${kinds[kind]}0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}
