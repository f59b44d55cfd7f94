export type SchemeHandler = (request: Request) => Response | Promise<Response>

const HOST = 'standin.invalid'
/** In Electron each host of a private scheme is a site, and gets a process, of its own; here this one alone is. */
const APART = { host: 'empty', at: 'standin-apart.invalid' }
const registered = new Set<string>()

/** Schemes Chromium must be told about before it starts; here: the ones that are shown to it as https. */
export function registerScheme(scheme: string): void {
  registered.add(scheme)
}

/**
 * `app://bundle/x` as Chromium is shown it: `https://bundle.app.standin.invalid/x`, a secure origin of its own
 * whose requests never leave the machine. Every other address stays itself.
 */
export function toWeb(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  return registered.has(scheme)
    ? `https://${host}.${scheme}.${host === APART.host ? APART.at : HOST}${rest}`
    : url
}

/** The application's own name for an address Chromium reports. */
export function fromWeb(url: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/(.*)\.([a-z0-9+-]+)\.standin(?:-apart)?\.invalid(.*)$/is.exec(url) ?? []
  return registered.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** A policy that names a scheme or one of its hosts, in the names Chromium was given for them. */
export function policyToWeb(policy: string): string {
  return policy
    .split(/(\s+|;)/)
    .map((word) => {
      const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(word)?.[1]
      return scheme !== undefined && registered.has(scheme) ? `https://*.${scheme}.${HOST}` : toWeb(word)
    })
    .join('')
}

export function originOf(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]*/i.exec(url)
  if (scheme && registered.has(scheme[1] ?? '')) return scheme[0]
  return URL.canParse(url) ? new URL(url).origin : 'null'
}
