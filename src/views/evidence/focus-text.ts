/** Puts the keyboard into the text of the open message, once its pane is drawn; the arrows then select sentences. */
export const focusText = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-message-text]')?.focus())
}
