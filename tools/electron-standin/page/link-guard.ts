/**
 * Electron asks the application before a click with a modifier or the middle button opens a link elsewhere. Chromium
 * just opens a tab, whose first request is out before DevTools can hold it. So such a click ends here, in every frame.
 * Runs in the page, as text: it may use nothing from outside itself.
 */
export function guardLinks(open: (url: string) => void): void {
  const guard = (event: MouseEvent): void => {
    const opensElsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    const link = event
      .composedPath()
      .find((node) => node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement)
    if (!opensElsewhere || !link?.href) return
    event.preventDefault()
    open(link.href)
  }
  window.addEventListener('click', guard, true)
  window.addEventListener('auxclick', guard, true)
}
