/** The least application that uses everything the stand-in promises; it runs on real Electron as well. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, utilityProcess } from 'electron'

const here = import.meta.dirname
app.setPath('userData', process.env.STANDIN_APP_DATA)

const LARGE_BYTES = 50 * 1024 * 1024
const PAGES = {
  '/': ['text/html', () => readFileSync(join(here, 'index.html'))],
  '/other': ['text/html', () => '<title>other</title>'],
  '/frame': ['text/html', () => readFileSync(join(here, 'frame.html'))],
  '/red.svg': ['image/svg+xml', () => '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'],
  '/large': ['application/octet-stream', () => new Uint8Array(LARGE_BYTES).fill(7)],
  '/print': ['text/html', () => '<p style="font: 20pt sans-serif">Exhibit 证据</p>'],
}
const FRAME_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"

function serve(request) {
  const { pathname } = new URL(request.url)
  const page = PAGES[pathname]
  if (!page) return new Response('', { status: 404 })
  const [type, body] = page
  const headers = { 'content-type': type }
  if (pathname === '/frame') headers['content-security-policy'] = FRAME_POLICY
  return new Response(body(), { headers })
}

function openWindow() {
  const window = new BrowserWindow({
    title: 'Stand-in',
    webPreferences: { preload: join(here, 'preload.cjs'), spellcheck: false },
  })
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  window.webContents.setWindowOpenHandler(({ url }) => {
    globalThis.opened.push(url)
    return { action: 'deny' }
  })
  return window.loadURL('app://bundle/')
}

async function print() {
  const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } })
  await window.loadURL('app://bundle/print')
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    margins: { top: 1, bottom: 1, left: 1, right: 1 },
  })
  window.destroy()
  return pdf
}

function askWorker(message) {
  const worker = utilityProcess.fork(join(here, 'worker.js'), ['--flavour=salt'], { serviceName: 'worker' })
  return new Promise((resolve) => {
    let answer
    worker.on('message', (data) => {
      answer = data
      worker.kill()
    })
    worker.once('exit', (code) => resolve({ answer, exited: code !== undefined }))
    worker.once('spawn', () => worker.postMessage(message))
  })
}

/** Two processes talk to each other; what the first heard, and whether it heard that the second ended. */
function pairWorkers(bytes) {
  const { port1, port2 } = new MessageChannelMain()
  const [first, second] = [1, 2].map(() => utilityProcess.fork(join(here, 'worker.js')))
  return new Promise((resolve) => {
    let heard
    first.on('message', (message) => {
      if (message.closed) {
        first.kill()
        resolve({ ...heard, closed: true })
        return
      }
      heard = message
      second.kill()
    })
    first.postMessage({ first: true, bytes }, [port1])
    second.postMessage({ first: false }, [port2])
  })
}

globalThis.opened = []
globalThis.knocks = []
globalThis.requested = []

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('refuse', () => {
  throw new Error('no such case')
})
ipcMain.handle('sender', ({ senderFrame }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  isTop: senderFrame.parent === null && senderFrame.top === senderFrame,
}))
ipcMain.handle('print', print)
ipcMain.handle('worker', (_event, message) => askWorker(message))
ipcMain.handle('pair', (_event, bytes) => pairWorkers(bytes))
ipcMain.on('greet', (event, name) => event.reply('greeting', `hello ${name}`))

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => globalThis.knocks.push(argv.at(-1)))
  app.whenReady().then(() => {
    protocol.handle('app', serve)
    return openWindow()
  })
} else {
  console.log('second instance leaves')
  app.quit()
}
