import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Session } from 'electron'
import { COMMON_HEADERS, MAIL_POLICY, PAGE_POLICY } from './content-security.ts'
import { EMPTY_PAGE } from './fresh-page.ts'
import { UNSHOWN_PAGE } from './mail-page.ts'

/** Origin of the app's own page. */
export const OWN_ORIGIN = 'app://desk'

const MAIL_BODY = /^\/content\/messages\/([0-9a-f-]{36})\/body$/u

/** Whether an address is that of a mail body, the one thing a frame of the page may show. */
export function isMailBody(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'app:' && url.host === 'desk' && MAIL_BODY.test(url.pathname)
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/**
 * Serves the built page and, while the vault is open, mail bodies. There is no other source: no file, no network.
 * `mailBody` gives a harmless HTML document, or null where there is none to show: the frame then says so.
 */
export function servePrivateScheme(
  session: { protocol: Pick<Session['protocol'], 'handle'> },
  rendererFolder: string,
  mailBody: (messageId: string) => Promise<string | null>,
): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (request.url === EMPTY_PAGE && request.method === 'GET') return answer('', '.html', MAIL_POLICY)
    if (url.host !== 'desk' || request.method !== 'GET') return new Response(null, { status: 404 })
    const mail = MAIL_BODY.exec(url.pathname)
    if (mail?.[1]) {
      const html = await mailBody(mail[1]).catch(() => null)
      return html === null
        ? answer(UNSHOWN_PAGE, '.html', MAIL_POLICY, 404)
        : answer(html, '.html', MAIL_POLICY)
    }
    return serveFile(rendererFolder, url.pathname)
  })
}

async function serveFile(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname))
  const type = extname(path)
  if (!path.startsWith(folder + sep) || !(type in TYPES)) return new Response(null, { status: 404 })
  try {
    return answer(await readFile(path), type, PAGE_POLICY)
  } catch {
    return new Response(null, { status: 404 })
  }
}

function answer(body: string | Buffer<ArrayBuffer>, type: string, policy: string, status = 200): Response {
  return new Response(body, {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': TYPES[type] ?? '', 'content-security-policy': policy },
  })
}
