/** What coming forward needs of a window. */
export interface Forward {
  isDestroyed(): boolean
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
}

/** For somebody who starts the program twice: the window that is there comes forward, also from the task bar. */
export function comeForward(window: Forward | undefined): void {
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
