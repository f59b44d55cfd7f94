import { PAGE_POLICY } from '../../../electron/app/content-security.ts'
import { mailPage } from '../../../electron/app/mail-page.ts'
import { servePrivateScheme } from '../../../electron/app/private-scheme.ts'
import { readBody } from '../../../electron/mail/read-body.ts'
import { htmlOf, type Vector } from './vectors.ts'

/** What stands between a hostile body and the outside; each can be taken away to see what the others hold. */
export const LAYERS = ['sanitiser', 'frame sandbox', 'mail policy', 'page policy', 'network block'] as const
export type Layer = (typeof LAYERS)[number]

type Answer = (path: string) => Promise<Response>

/** The bodies of a setting, those that come to the same shown once, and who answers for them. */
export interface Site {
  readonly bodies: number
  readonly answer: Answer
}
type Handler = (request: Request) => Response | Promise<Response>

const idOf = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`

/** The product's own answers, from the handler it registers for its private scheme. */
function productAnswers(body: (messageId: string) => Promise<string | null>): Handler {
  let registered: Handler | undefined
  const protocol = {
    handle: (_: string, handler: Handler) => {
      registered = handler
    },
  }
  servePrivateScheme({ protocol }, '/nowhere', body)
  if (!registered) throw new TypeError('nothing registered')
  return registered
}

function mailOf(html: string): Buffer {
  return Buffer.from(
    `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n`,
  )
}

/** The host that gives away vector and setting. */
export const hostOf = (vector: Vector, setting: number): string => `v${vector.number}.c${setting}.canary.test`

/** The HTML inside the mail page, and what is left of it once the names by which a vector is traced are taken out. */
function bodyOf(vector: Vector, setting: number, isSanitised: boolean): { html: string; sameAs: string } {
  const host = hostOf(vector, setting)
  const dirty = htmlOf(vector, host)
  const html = isSanitised ? (readBody(mailOf(dirty)).html ?? '') : dirty
  return { html, sameAs: html.replaceAll(host, '@H').replaceAll(`ran-${vector.number}/`, '@J') }
}

function pageOf(from: number, count: number, has: (layer: Layer) => boolean): Response {
  const sandbox = has('frame sandbox') ? ' sandbox=""' : ''
  const frames = Array.from(
    { length: count },
    (_, at) => `<iframe${sandbox} src="/content/messages/${idOf(from + at)}/body"></iframe>`,
  )
  return new Response(
    `<!doctype html><style>body{margin:0}iframe{width:120px;height:90px;border:0;float:left}</style>${frames.join('')}`,
    {
      headers: {
        'content-type': 'text/html',
        ...(has('page policy') ? { 'content-security-policy': PAGE_POLICY } : {}),
      },
    },
  )
}

/** Serves vectors as the app would, but for the layers `without`. `/page/FROM/COUNT` shows some of the bodies in frames. */
export function siteOf(vectors: readonly Vector[], setting: number, without: readonly Layer[]): Site {
  const has = (layer: Layer): boolean => !without.includes(layer)
  const distinct = new Map<string, string>()
  for (const vector of vectors) {
    const { html, sameAs } = bodyOf(vector, setting, has('sanitiser'))
    if (!distinct.has(sameAs)) distinct.set(sameAs, html)
  }
  const bodies = [...distinct.values()]
  const handler = productAnswers((messageId) => {
    const html = bodies[Number(messageId.slice(24))]
    return Promise.resolve(html === undefined ? null : mailPage(html))
  })
  const answer: Answer = async (path) => {
    const page = /^\/page\/(\d+)\/(\d+)$/.exec(path)
    if (page) return pageOf(Number(page[1]), Number(page[2]), has)
    if (!path.startsWith('/content/')) return new Response(null, { status: 404 })
    const response = await handler(new Request(`app://desk${path}`))
    if (!has('mail policy')) response.headers.delete('content-security-policy')
    return response
  }
  return { bodies: bodies.length, answer }
}
