import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import { utf8Locale } from '../../lib/utf8-locale.mjs'
import { CdpConnection } from './connection.ts'

export interface Launched {
  connection: CdpConnection
  process: ChildProcess
}

/** By a pipe, which nothing else on the machine can reach; by a port only where a test driver asks for one. */
export async function launchChromium(
  binary: string,
  args: string[],
  profile: string,
  byPort: boolean,
): Promise<Launched> {
  // Debian's launcher script reads the keys; without them Chromium has nothing to sign in to. TMPDIR: shared
  // memory may hold pages, and belongs into the folder that is removed.
  const env = { ...process.env, ...utf8Locale(process.env), TMPDIR: profile, GOOGLE_API_KEY: 'no' }
  const launched = byPort ? await launchByPort(binary, args, env) : launchByPipe(binary, args, env)
  launched.process.once('exit', () => launched.connection.close())
  return launched
}

function launchByPipe(binary: string, args: string[], env: NodeJS.ProcessEnv): Launched {
  const child = spawn(binary, ['--remote-debugging-pipe', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , , toBrowser, fromBrowser] = child.stdio
  if (!(toBrowser instanceof Writable && fromBrowser instanceof Readable))
    throw new Error('no pipe to Chromium')
  toBrowser.on('error', () => {}) // It left while we wrote; its exit is what counts.
  const connection = new CdpConnection((text) => void toBrowser.write(`${text}\0`))
  fromBrowser.on(
    'data',
    splitAtZero((text) => connection.receive(text)),
  )
  return { connection, process: child }
}

function splitAtZero(onMessage: (text: string) => void): (chunk: Buffer) => void {
  let held: Buffer[] = []
  return (chunk) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      onMessage(Buffer.concat([...held, chunk.subarray(start, end)]).toString())
      held = []
      start = end + 1
    }
    held.push(chunk.subarray(start))
  }
}

async function launchByPort(binary: string, args: string[], env: NodeJS.ProcessEnv): Promise<Launched> {
  const child = spawn(binary, ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium left with code ${code}`)))
    // Whole lines: Chromium logs several kilobytes around this one, in chunks of any size.
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\/\/\S+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
  const socket = new WebSocket(endpoint)
  const connection = new CdpConnection((text) => socket.send(text))
  socket.addEventListener('message', ({ data }) => connection.receive(String(data)))
  await once(socket, 'open')
  process.stderr.write(`\nDevTools listening on ${endpoint}\n`)
  return { connection, process: child }
}
