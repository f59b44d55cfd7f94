import type { PowerMonitor } from 'electron'

/** The computer is left, sleeps, or goes to another user: each of these locks at once. */
const AWAY = ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'] as const

/** Calls `onAway` for whatever means that the lawyer is no longer the one at the computer. */
export function watchPower(monitor: Pick<PowerMonitor, 'on'>, onAway: () => void): void {
  // The events are overloads of one method in Electron's types, each with a name of its own.
  const on = monitor.on.bind(monitor) as (event: (typeof AWAY)[number], listener: () => void) => unknown
  for (const event of AWAY) on(event, onAway)
}
