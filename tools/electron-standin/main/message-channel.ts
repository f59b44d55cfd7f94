import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One end of a channel; in this process it can only be handed to a utility process, once. */
export class MessagePortMain {
  readonly #socket: Promise<Socket>

  constructor(socket: Promise<Socket>) {
    this.#socket = socket
  }

  handOver(): Promise<Socket> {
    return this.#socket
  }
}

/** Two ports that are each other's other end, from process to process: a pair of local sockets. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const pair = connectPair()
    this.port1 = new MessagePortMain(pair.then(([first]) => first))
    this.port2 = new MessagePortMain(pair.then(([, second]) => second))
  }
}

function connectPair(): Promise<[Socket, Socket]> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-standin-'))
  const path = join(folder, 'channel')
  return new Promise<[Socket, Socket]>((resolve, reject) => {
    let first: Socket | undefined
    // Paused at both ends: what is read here would be missing where the socket goes.
    const server = createServer({ pauseOnConnect: true }, (second) => {
      server.close()
      if (first) resolve([first, second])
    })
    server.on('error', reject)
    server.listen(path, () => {
      first = connect(path).pause().on('error', reject)
    })
  }).finally(() => rmSync(folder, { recursive: true, force: true }))
}
