type Callable = (...args: unknown[]) => unknown
type World = 'main' | 'preload'

/** A value on its way between two worlds: functions stay behind and send a number instead. */
type Packed = { value: unknown } | { list: Packed[] } | { entries: [string, Packed][] } | { callable: number }

type Reply = { value: Packed } | { promised: true } | { error: string }

interface Settled {
  call: number
  reply: Reply
}

interface Call {
  call: number
  callable: number
  args: Packed[]
}

export interface WorldBridge {
  /** Preload's side of contextBridge: `api` appears, frozen, as `window[name]` in the page's own world. */
  expose(name: string, api: unknown): void
}

/**
 * Lets the page's own world and the preload's isolated world call each other. Both run this same function. They
 * share the document but no objects, so calls travel as events whose detail Chromium clones from world to world.
 * Runs in the page, as text: it may use nothing from outside itself.
 */
export function makeWorldBridge(here: World, there: World): WorldBridge {
  const callables = new Map<number, Callable>()
  const promised = new Map<number, PromiseWithResolvers<unknown>>()
  let lastNumber = 0

  const listen = <T>(name: string, listener: (detail: T) => void): (() => void) => {
    const onEvent = (event: Event): void => {
      // A detail that could not be cloned arrives as null; its sender finds no reply and says so.
      if (event instanceof CustomEvent && event.detail !== null) listener(event.detail)
    }
    document.addEventListener(`standin-${here}-${name}`, onEvent)
    return () => document.removeEventListener(`standin-${here}-${name}`, onEvent)
  }

  const tell = (name: string, detail: unknown): void => {
    document.dispatchEvent(new CustomEvent(`standin-${there}-${name}`, { detail }))
  }

  const isCallable = (value: unknown): value is Callable => typeof value === 'function'

  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))

  const pack = (value: unknown): Packed => {
    if (Array.isArray(value)) return { list: value.map(pack) }
    if (isPlain(value)) return { entries: Object.entries(value).map(([key, part]) => [key, pack(part)]) }
    if (!isCallable(value)) return { value }
    callables.set(++lastNumber, value)
    return { callable: lastNumber }
  }

  const unpack = (packed: Packed): unknown => {
    if ('list' in packed) return packed.list.map(unpack)
    if ('entries' in packed)
      return Object.freeze(Object.fromEntries(packed.entries.map(([key, part]) => [key, unpack(part)])))
    if ('callable' in packed) return (...args: unknown[]) => call(packed.callable, args)
    return packed.value
  }

  const call = (callable: number, args: unknown[]): unknown => {
    const number = ++lastNumber
    let reply: Reply = { error: 'An object could not be cloned.' }
    const stop = listen<Reply>(`reply-${number}`, (detail) => {
      reply = detail
    })
    const outgoing: Call = { call: number, callable, args: args.map(pack) }
    tell('call', outgoing)
    stop()
    return read(reply, number)
  }

  const read = (reply: Reply, number: number): unknown => {
    if ('error' in reply) throw new Error(reply.error)
    if ('value' in reply) return unpack(reply.value)
    const waiting = Promise.withResolvers<unknown>()
    promised.set(number, waiting)
    return waiting.promise
  }

  const run = ({ callable, args }: Call, settle: (reply: Reply) => void): Reply => {
    try {
      const result = callables.get(callable)?.(...args.map(unpack))
      if (!(result instanceof Promise)) return { value: pack(result) }
      result.then(
        (value) => settle({ value: pack(value) }),
        (reason) => settle(refusal(reason)),
      )
      return { promised: true }
    } catch (reason) {
      return refusal(reason)
    }
  }

  const refusal = (reason: unknown): Reply => ({
    error: reason instanceof Error ? reason.message : String(reason),
  })

  listen<Call>('call', (incoming) => {
    const settle = (reply: Reply): void => tell('settled', { call: incoming.call, reply })
    tell(`reply-${incoming.call}`, run(incoming, settle))
  })

  listen<Settled>('settled', ({ call: number, reply }) => {
    const waiting = promised.get(number)
    promised.delete(number)
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else if ('value' in reply) waiting?.resolve(unpack(reply.value))
  })

  listen<{ name: string; api: Packed }>('expose', ({ name, api }) => {
    Object.defineProperty(window, name, { value: unpack(api), enumerable: true })
  })

  return { expose: (name, api) => tell('expose', { name, api: pack(api) }) }
}
