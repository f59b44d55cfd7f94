export interface RequestDetails {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId: number
}

interface Verdict {
  cancel?: boolean
  redirectURL?: string
}

type Listener = (details: RequestDetails, callback: (verdict: Verdict) => void) => void
type Filter = { urls: string[] }

/** `onBeforeRequest` is real; the later stages of a request are not offered to the application here. */
export class WebRequest {
  #listener: Listener | null = null
  #matches = (_url: string): boolean => true

  onBeforeSendHeaders(): void {}
  onHeadersReceived(): void {}

  onBeforeRequest(filterOrListener: Filter | Listener | null, listener?: Listener | null): void {
    if (typeof filterOrListener === 'function' || filterOrListener === null) {
      this.#listener = filterOrListener
      this.#matches = () => true
      return
    }
    const patterns = filterOrListener.urls.map(toExpression)
    this.#listener = listener ?? null
    this.#matches = (url) => patterns.some((pattern) => pattern.test(url))
  }

  /** For a page's request gate: what the application decides about this request. */
  judge(details: RequestDetails): Promise<Verdict> {
    const listener = this.#listener
    if (!listener || !this.#matches(details.url)) return Promise.resolve({})
    return new Promise((resolve) => listener(details, resolve))
  }
}

/** A match pattern such as `*://*.example.com/*` or `<all_urls>`. */
function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll('*', '.*')}$`, 'i')
}
