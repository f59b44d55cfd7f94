import { type HandedPort, openParentPort } from './parent-port.ts'

/** The worker's end of the line to the process that started it. */
export interface WorkerPort {
  post(message: unknown): void
  /** Resolves once all that was posted has left the process, and reaches the other end even if this one hangs or dies. */
  sent(): Promise<void>
  onMessage(listener: (message: unknown) => void): void
}

/**
 * Opens the line home: the port that a utility process of Electron is handed first of all, the channel of
 * `child_process.fork` elsewhere. In both the process ends when the one at the other end does.
 */
export function openWorkerPort(): WorkerPort {
  const parentPort = openParentPort()
  if (parentPort) {
    let home: HandedPort | undefined
    return {
      post: (message) => home?.postMessage(message),
      // Chromium carries it away on a thread of its own.
      sent: () => Promise.resolve(),
      onMessage: (listener) =>
        parentPort.on('message', ({ ports: [port] }) => {
          if (!port) return
          home = port
          port.on('message', ({ data }) => listener(data))
          port.on('close', () => process.exit())
          port.start()
        }),
    }
  }
  process.on('disconnect', () => process.exit())
  let sent = Promise.resolve()
  return {
    post: (message) => {
      sent = new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
    },
    sent: () => sent,
    onMessage: (listener) => void process.on('message', listener),
  }
}
