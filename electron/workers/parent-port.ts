/** A message port as Electron hands it to a utility process. */
export interface HandedPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
}

/** As Electron puts it on `process` inside a utility process: the line to the process of the window. */
export interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: readonly HandedPort[] }) => void): unknown
}

/** Undefined where this process is none of Electron's. */
export function openParentPort(): ParentPort | undefined {
  const found: unknown = Reflect.get(process, 'parentPort')
  return isParentPort(found) ? found : undefined
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
