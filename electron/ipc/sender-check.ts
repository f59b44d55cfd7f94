/** What the host knows of the frame that calls. */
export interface Sender {
  /** Address of the calling frame; null where the frame is gone. */
  url: string | null
  isTopFrame: boolean
}

/** The one page of the app; its places stand after the `#`. */
const PAGES = new Set(['/', '/index.html'])

/**
 * Only the app's own page, in the window's top frame, may call: never a mail body, in a frame or on its own, never a foreign
 * page. The address must begin with the origin as it is written, so that nothing a parser would smooth over gets by.
 */
export function isOwnPage(sender: Sender, ownOrigin: string): boolean {
  const { url: address, isTopFrame } = sender
  if (!isTopFrame || typeof address !== 'string') return false
  if (!address.startsWith(`${ownOrigin}/`) || !URL.canParse(address)) return false
  const { protocol, host, pathname, username, password } = new URL(address)
  return `${protocol}//${host}` === ownOrigin && PAGES.has(pathname) && username === '' && password === ''
}
