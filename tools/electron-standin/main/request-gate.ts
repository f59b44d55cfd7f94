import type { CdpSession } from '../chromium/connection.ts'
import type { Protocol } from '../chromium/protocol.ts'
import { fromWeb, policyToWeb, type SchemeHandler, toWeb } from './schemes.ts'
import type { Session } from './session.ts'

type Paused = Protocol.Fetch.requestPausedPayload

/** A resource the way Electron names its type, by the way DevTools does. */
const RESOURCE_TYPES: Partial<Record<Protocol.Network.ResourceType, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  CSPViolationReport: 'cspReport',
}

export interface Gatekeeper {
  webContentsId: number
  mainFrameId: string
  session: Session
  /** False keeps a frame from going there. */
  mayNavigate(frameId: string, url: string): boolean
}

/** Every request of a page passes here: the application's navigation rules, its webRequest, its schemes. */
export async function guardRequests(page: CdpSession, keeper: Gatekeeper): Promise<void> {
  page.on('Fetch.requestPaused', (paused) => {
    // Only a page that went away meanwhile refuses the answer.
    decide(page, keeper, paused).catch(() => {})
  })
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function decide(page: CdpSession, keeper: Gatekeeper, paused: Paused): Promise<unknown> {
  const { requestId, request, resourceType, frameId } = paused
  const url = fromWeb(request.url) + (request.urlFragment ?? '')
  const isMain = frameId === keeper.mainFrameId
  const refuse = (errorReason: Protocol.Network.ErrorReason): Promise<unknown> =>
    page.send('Fetch.failRequest', { requestId, errorReason })

  if (resourceType === 'Document' && !keeper.mayNavigate(frameId, url)) return refuse('Aborted')
  if (isFavicon(paused, url)) return page.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
  const verdict = await keeper.session.webRequest.judge({
    id: Number.parseInt(requestId.replace(/\D/g, ''), 10),
    url,
    method: request.method,
    resourceType: RESOURCE_TYPES[resourceType] ?? documentType(resourceType, isMain),
    webContentsId: keeper.webContentsId,
  })
  if (verdict.cancel) return refuse('BlockedByClient')
  if (verdict.redirectURL) return redirect(page, requestId, verdict.redirectURL)
  const handler = keeper.session.protocol.handlerFor(url)
  if (handler) return answer(page, paused, url, handler)
  return page.send('Fetch.continueRequest', { requestId })
}

/** Chromium asks for one where a page names none; Electron does not, and an application does not expect it. */
function isFavicon({ resourceType }: Paused, url: string): boolean {
  return resourceType === 'Other' && new URL(url).pathname === '/favicon.ico'
}

function documentType(resourceType: Protocol.Network.ResourceType, isMain: boolean): string {
  if (resourceType !== 'Document') return 'other'
  return isMain ? 'mainFrame' : 'subFrame'
}

function redirect(page: CdpSession, requestId: string, url: string): Promise<unknown> {
  const responseHeaders = [{ name: 'Location', value: toWeb(url) }]
  return page.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders })
}

async function answer(
  page: CdpSession,
  paused: Paused,
  url: string,
  handler: SchemeHandler,
): Promise<unknown> {
  const { requestId } = paused
  try {
    const response = await handler(toRequest(paused.request, url))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    return await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({
        name,
        value: headerToWeb(name, value),
      })),
      body,
    })
  } catch {
    return page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  }
}

function toRequest(request: Protocol.Network.Request, url: string): Request {
  const parts = (request.postDataEntries ?? []).map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(parts.length > 0 && { body: Buffer.concat(parts) }),
  })
}

function headerToWeb(name: string, value: string): string {
  return name.startsWith('content-security-policy') ? policyToWeb(value) : value
}
