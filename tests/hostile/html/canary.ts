import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A listener that stands for every other machine: whatever reaches it is a leak. */
export interface Canary {
  readonly port: number
  /** What was named in requests and TLS greetings, `host path`, since the start. */
  readonly heard: readonly string[]
  /** Connections, spoken on or not. */
  connections(): number
  close(): Promise<void>
}

const TYPES: Record<string, readonly [string, string]> = {
  js: ['text/javascript', 'console.log("ran-remote");export {}'],
  css: ['text/css', '*{color:red}'],
  html: ['text/html', '<script>console.log("ran-remote")</script>'],
  svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
}

function answer(socket: Socket, path: string): void {
  const [type, body] = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? ['text/plain', 'x']
  socket.end(
    `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** Opens the listener on a free loopback port. It answers HTTP as a friendly server would, so that nothing is held up. */
export async function openCanary(): Promise<Canary> {
  const heard: string[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      const host = /v\d+\.c\d+\.canary\.test/.exec(text)?.[0] ?? 'unknown'
      const path = /^[A-Z]+ (\S+) HTTP/.exec(text)?.[1]
      heard.push(`${host} ${path ?? '(not HTTP)'}`)
      if (path === undefined) socket.destroy()
      else answer(socket, path)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    port: address.port,
    heard,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
