/** One end of a connection between two of our own processes; messages are structured clones and keep their order. */
export interface LinePort {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

/** What one side answers, by name. Both sides are our own program, and trusted: types suffice. */
type Calls = { readonly [name: string]: (...input: never[]) => unknown }

type Asked<T> = {
  readonly [N in keyof T]: T[N] extends (...input: infer I) => infer O
    ? (...input: I) => Promise<Awaited<O>>
    : never
}
type Told<T> = {
  readonly [N in keyof T]: T[N] extends (...input: infer I) => unknown ? (...input: I) => void : never
}

export interface Line<Theirs> {
  /** Calls the other side. Rejects with `LineError` where the call threw there, or the line is cut. */
  readonly ask: Asked<Theirs>
  /** Calls it without waiting for anything. */
  readonly tell: Told<Theirs>
  /** Resolves once no call of ours waits for its answer. */
  settled(): Promise<void>
  /** The other side is gone: every call that waits is rejected, and every later one. */
  cut(): void
}

/** A call that failed on the other side. Only the code comes over: a message could hold text of a case. */
export class LineError extends Error {
  override name = 'LineError'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

type Message =
  | { type: 'ask'; id: number; name: string; input: never[] }
  | { type: 'tell'; name: string; input: never[] }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failure'; id: number; code: string }

interface Waiting {
  resolve(value: unknown): void
  reject(cause: Error): void
}

/** Opens our end: answers the other side with `mine`, and gives the means to call it. */
export function openLine<Theirs>(port: LinePort, mine: Calls): Line<Theirs> {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let isCut = false
  let onSettled: (() => void)[] = []

  const settle = (id: number, how: (call: Waiting) => void): void => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (call) how(call)
    if (waiting.size > 0) return
    for (const done of onSettled) done()
    onSettled = []
  }
  const run = async (name: string, input: never[]): Promise<unknown> => {
    if (!Object.hasOwn(mine, name)) throw new LineError('UNKNOWN_CALL')
    return mine[name]?.(...input)
  }
  port.onMessage((raw) => {
    const message = raw as Message
    if (message.type === 'tell') void run(message.name, message.input).catch(() => undefined)
    else if (message.type === 'answer') settle(message.id, ({ resolve }) => resolve(message.value))
    else if (message.type === 'failure')
      settle(message.id, ({ reject }) => reject(new LineError(message.code)))
    else if (message.type === 'ask')
      run(message.name, message.input).then(
        (value) => port.post({ type: 'answer', id: message.id, value }),
        (cause: unknown) => port.post({ type: 'failure', id: message.id, code: codeOf(cause) }),
      )
  })
  const byName = (call: (name: string, input: unknown[]) => unknown) =>
    new Proxy(
      {},
      {
        get:
          (_target, name) =>
          (...input: unknown[]) =>
            call(String(name), input),
      },
    )
  const ask = (name: string, input: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isCut) return reject(new LineError('CUT'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      port.post({ type: 'ask', id: lastId, name, input })
    })
  return {
    ask: byName(ask) as Asked<Theirs>,
    tell: byName((name, input) => !isCut && port.post({ type: 'tell', name, input })) as Told<Theirs>,
    settled: () =>
      waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => onSettled.push(resolve)),
    cut() {
      isCut = true
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new LineError('CUT')))
    },
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'FAILED'
