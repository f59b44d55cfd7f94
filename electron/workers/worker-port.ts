/** The worker's end of the line to the process that started it. */
export interface WorkerPort {
  post(message: unknown): void
  /** Resolves once all that was posted has left the process, and reaches the other end even if this one hangs or dies. */
  sent(): Promise<void>
  onMessage(listener: (message: unknown) => void): void
}

/** As Electron puts it on `process` inside a utility process. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}

/**
 * Opens the line home: Electron's `parentPort` in a utility process, the channel of `child_process.fork` elsewhere. In
 * both the process ends when its parent does.
 */
export function openWorkerPort(): WorkerPort {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(parentPort)) {
    return {
      post: (message) => parentPort.postMessage(message),
      // Chromium carries it away on a thread of its own.
      sent: () => Promise.resolve(),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
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
