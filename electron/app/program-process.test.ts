import { expect, test, vi } from 'vitest'
import { countedIds } from '../../tests/support/counted-ids.ts'
import type { HostCalls, ProgramCalls } from '../ipc/program-line.ts'
import { type Line, openLine } from '../platform/line.ts'
import type { ProgramChild } from './program-child.ts'
import { type Host, ProgramProcess } from './program-process.ts'

const SENDER = { url: 'app://desk/index.html', isTopFrame: true }

/** A program as it behaves towards its keeper; what it takes for a lock or a start is given by the test. */
class FakeProgram {
  host!: Line<HostCalls>
  readonly child: ProgramChild
  readonly told: string[] = []
  alive = true
  isOpen = false
  lockTakes: Promise<void> = Promise.resolve()
  start: () => Promise<void> = async () => undefined
  unlockTakes: Promise<void> = Promise.resolve()
  #isLocked = false
  readonly #exits: ((code: number) => void)[] = []

  constructor() {
    let toProgram: (message: unknown) => void = () => undefined
    let toKeeper: (message: unknown) => void = () => undefined
    const later = (hear: () => void) => queueMicrotask(() => this.alive && hear())
    this.child = {
      post: (message) => later(() => toProgram(structuredClone(message))),
      onMessage: (listener) => {
        toKeeper = listener
      },
      onExit: (listener) => void this.#exits.push(listener),
      kill: () => this.die(15),
      startWorker: () => undefined,
      endWorker: () => undefined,
    }
    const calls: ProgramCalls = {
      start: () => this.start(),
      call: (_sender, name) => this.#answer(String(name)),
      drop: () => ({ token: 'token' }),
      lock: () => this.lock(),
      mailBody: async () => null,
      stillHere: () => undefined,
      idleSeconds: () => undefined,
      workerEnded: () => undefined,
    }
    this.host = openLine<HostCalls>(
      {
        post: (message) => later(() => toKeeper(structuredClone(message))),
        onMessage: (listener) => {
          toProgram = listener
        },
      },
      { ...calls },
    )
  }

  die(code: number): void {
    if (!this.alive) return
    this.alive = false
    for (const exit of this.#exits) exit(code)
  }

  async lock(): Promise<void> {
    this.#isLocked = true
    const wasOpen = this.isOpen
    if (wasOpen) this.host.tell.send('vault', { state: 'locked' })
    await this.lockTakes
    this.isOpen = false
    if (wasOpen) this.host.tell.closed()
  }

  async #answer(name: string) {
    this.told.push(name)
    if (name === 'vault.unlock') {
      await this.unlockTakes
      if (this.#isLocked) return { ok: true as const, value: 'locked meanwhile' }
      this.isOpen = true
      this.host.tell.send('vault', { state: 'unlocked' })
    }
    return { ok: true as const, value: name }
  }
}

function keep(prepare: (program: FakeProgram, at: number) => void = () => undefined) {
  const programs: FakeProgram[] = []
  const heard: string[] = []
  const host = {
    send: (name: string, payload: object) => heard.push(`${name} ${Object.values(payload).join()}`),
    locked: async () => void heard.push('locked'),
    freshPage: () => heard.push('fresh page'),
    failed: (code: string) => heard.push(`failed ${code}`),
  } as unknown as Host
  const logged: string[] = []
  const kept = new ProgramProcess({
    start: {} as never,
    host,
    fork: () => {
      const program = new FakeProgram()
      prepare(program, programs.length)
      programs.push(program)
      return program.child
    },
    ids: countedIds(),
    log: (code) => logged.push(code),
  })
  const call = (name: string) => kept.call(SENDER, name, {})
  const alive = () => programs.filter(({ alive: is }) => is).length
  return { kept, programs, heard, logged, call, alive }
}

const never = new Promise<void>(() => undefined)

test('a lock ends the process, and the next call is answered by its successor', async () => {
  const { kept, programs, heard, call } = keep()
  await call('vault.unlock')
  await kept.lock()
  await vi.waitFor(() => expect(programs[0]?.alive).toBe(false))
  expect(await call('cases.list')).toMatchObject({ ok: true })
  expect(programs[1]?.told).toEqual(['cases.list'])
  expect(heard).toContain('locked')
  expect(heard).not.toContain('failed')
})

test('a successor starts only when its predecessor has let go of the vault', async () => {
  let started = false
  const { kept, programs, call } = keep((program, at) => {
    if (at === 0) program.lockTakes = new Promise((resolve) => setTimeout(resolve, 100))
    if (at === 1)
      program.start = async () => {
        started = true
        expect(programs[0]?.alive).toBe(false)
      }
  })
  await call('vault.unlock')
  const locking = kept.lock()
  await vi.waitFor(() => expect(programs).toHaveLength(2))
  expect(started).toBe(false)
  await locking
  await call('cases.list')
  expect(started).toBe(true)
})

test('a lock ends an unlocking that is under way', async () => {
  let open: () => void = () => undefined
  const { kept, programs, call } = keep((program) => {
    program.unlockTakes = new Promise((resolve) => {
      open = resolve
    })
  })
  const unlocking = call('vault.unlock')
  await vi.waitFor(() => expect(programs[0]?.told).toEqual(['vault.unlock']))
  await kept.lock()
  open()
  await unlocking
  expect(programs[0]?.isOpen).toBe(false)
})

test('a lock that does not get through ends the process within 2 s', async () => {
  const { kept, programs, call } = keep((program, at) => {
    if (at === 0) program.lockTakes = never
  })
  await call('vault.unlock')
  const before = performance.now()
  await kept.lock()
  expect(performance.now() - before).toBeLessThan(2_500)
  expect(programs[0]?.alive).toBe(false)
})

test('who quits waits for a lock that has begun, and gets no successor', async () => {
  let close: () => void = () => undefined
  const { kept, programs, heard, call } = keep((program, at) => {
    if (at > 0) return
    program.lockTakes = new Promise((resolve) => {
      close = resolve
    })
  })
  await call('vault.unlock')
  void kept.lock()
  await vi.waitFor(() => expect(programs).toHaveLength(2))
  let hasQuit = false
  const quitting = kept.quit().then(() => {
    hasQuit = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(hasQuit).toBe(false)
  close()
  await quitting
  expect(programs).toHaveLength(2)
  expect(heard.at(-1)).toBe('locked')
})

test('a process that dies is replaced, the page is told, and what waited gets a number that stands in the log', async () => {
  const { programs, heard, logged, call } = keep((program, at) => {
    if (at === 0) program.unlockTakes = never
  })
  const waits = call('vault.unlock')
  await vi.waitFor(() => expect(programs[0]?.told).toHaveLength(1))
  programs[0]?.die(139)
  expect(await waits).toMatchObject({ ok: false, error: { code: 'UNEXPECTED' } })
  expect(await call('cases.list')).toMatchObject({ ok: true })
  expect(heard).toEqual(expect.arrayContaining(['vault locked', 'locked', 'fresh page']))
  expect(logged).toEqual(expect.arrayContaining(['PROGRAM_DIED', 'CALL_LOST']))
})

test('a start that fails is tried once more, then said with its code', async () => {
  const failing = async () => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' })
  }
  const once = keep((program, at) => {
    if (at === 0) program.start = failing
  })
  expect(await once.call('settings.get')).toMatchObject({ ok: false })
  expect(await once.call('settings.get')).toMatchObject({ ok: true })
  const twice = keep((program) => {
    program.start = failing
  })
  await vi.waitFor(() => expect(twice.heard).toEqual(['failed EIO']))
  expect(twice.programs).toHaveLength(2)
})

test('a program that breaks off before it starts, as where a part of it is missing, is not begun for ever', async () => {
  const { programs, heard } = keep((program) => {
    queueMicrotask(() => program.die(1))
  })
  await vi.waitFor(() => expect(heard).toEqual(['failed CUT']))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(programs).toHaveLength(2)
})

test('keys that were known leave with their process, also where nothing was opened', async () => {
  const { programs, heard, call } = keep()
  await call('vault.status')
  programs[0]?.host.tell.closed()
  await vi.waitFor(() => expect(programs[0]?.alive).toBe(false))
  expect(await call('vault.status')).toMatchObject({ ok: true })
  expect(heard).not.toContain('fresh page')
})
