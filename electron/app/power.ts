import type { PowerMonitor } from 'electron'

/** The computer is left, sleeps, or goes to another user: each of these locks at once. Not every system tells each of them. */
const AWAY = ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'] as const
/** Linux tells of no locked screen, and is asked. */
const ASK_EVERY_MS = 1_000
/** `getSystemIdleState` wants to know after how long nobody counts as there; only the screen is of interest here. */
const ANY_SECONDS = 3_600

export type Power = Pick<PowerMonitor, 'on' | 'getSystemIdleState' | 'getSystemIdleTime'>

export interface PowerListener {
  /** The lawyer is no longer the one at the computer. */
  onAway(): void
  /** Told every second: how long the whole computer has been without a key or a click. */
  onIdle(seconds: number): void
}

export function watchPower(monitor: Power, { onAway, onIdle }: PowerListener): void {
  // The events are overloads of one method in Electron's types, each with a name of its own.
  const on = monitor.on.bind(monitor) as (event: (typeof AWAY)[number], listener: () => void) => unknown
  for (const event of AWAY) on(event, onAway)
  let wasLocked = false
  setInterval(() => {
    onIdle(monitor.getSystemIdleTime())
    const isLocked = monitor.getSystemIdleState(ANY_SECONDS) === 'locked'
    if (isLocked && !wasLocked) onAway()
    wasLocked = isLocked
  }, ASK_EVERY_MS).unref()
}
