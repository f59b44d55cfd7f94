/** What the host knows of the frame that calls. */
export interface Sender {
  /** Address of the calling frame; null where the frame is gone. */
  url: string | null
  isTopFrame: boolean
}

/** Only the app's own page, in the window's top frame, may call: never a mail body in a frame, never a foreign page. */
export function isOwnPage(sender: Sender, ownOrigin: string): boolean {
  if (!sender.isTopFrame || sender.url === null || !URL.canParse(sender.url)) return false
  const url = new URL(sender.url)
  return `${url.protocol}//${url.host}` === ownOrigin && url.username === '' && url.password === ''
}
