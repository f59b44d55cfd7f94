import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Report, timed } from '../../durability/report.ts'
import { type NetworkLog, startWatched } from './browser.ts'
import { openCanary } from './canary.ts'
import { LAYERS, type Layer } from './layers.ts'
import { type Setting, showAll, type Traces } from './show.ts'
import { type Vector, vectorsOf } from './vectors.ts'

/** What came of showing the vectors with some layers taken away. */
export interface Shown {
  readonly without: readonly Layer[]
  readonly traces: Traces
  /** Numbers of the vectors whose host reached the network service of a browser that blocks nothing. */
  readonly reached: ReadonlySet<number>
}

export interface HtmlResult {
  readonly vectors: readonly Vector[]
  readonly shown: readonly Shown[]
  /** The check that can fail: some plain vectors with every layer taken away. */
  readonly control: Shown
  readonly controlVectors: readonly Vector[]
  /** Addresses beyond this machine that the blocked browser opened a socket to. */
  readonly addresses: ReadonlySet<string>
}

/** Any one layer but the network and the sanitiser goes together with the network block: the rest must hold without it. */
const OPEN: ReadonlyArray<readonly Layer[]> = [
  ['network block'],
  ['frame sandbox', 'network block'],
  ['mail policy', 'network block'],
  ['page policy', 'network block'],
]
/** A frame that a policy refuses is connected to before it is refused (Chromium 156): without the sanitiser, the block counts. */
const BLOCKED: ReadonlyArray<readonly Layer[]> = [[], ['sanitiser']]

const reachedIn = ({ hosts }: NetworkLog, setting: number): Set<number> =>
  new Set(
    [...hosts].flatMap((host) => {
      const [, vector, inSetting] = /^v(\d+)\.c(\d+)\./.exec(host) ?? []
      return inSetting === `${setting}` ? [Number(vector)] : []
    }),
  )

async function showInTurn(
  network: Parameters<typeof startWatched>[0],
  folder: string,
  settings: readonly Setting[],
): Promise<{ shown: Shown[]; log: NetworkLog }> {
  const { browser, end } = await startWatched(network, folder)
  const traces: Traces[] = []
  for (const setting of settings) traces.push(await showAll(browser, setting))
  const log = await end()
  const shown = settings.map(({ without, number }, at) => {
    const seen = traces[at]
    if (!seen) throw new RangeError('setting not shown')
    return {
      without,
      traces: seen,
      reached: network === 'blocked' ? new Set<number>() : reachedIn(log, number),
    }
  })
  return { shown, log }
}

/** Every fourth plain vector, for the control. */
const controlOf = (vectors: readonly Vector[]): Vector[] =>
  vectors.slice(0, 320).filter((_, at) => at % 4 === 0)

/** Shows the vectors in the Chromium of this machine under every setting, over a folder of its own that it removes. */
export async function showVectors(vectors: readonly Vector[]): Promise<HtmlResult> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-hostile-'))
  const canary = await openCanary()
  try {
    const controlVectors = controlOf(vectors)
    const open = await showInTurn({ canaryPort: canary.port }, folder, [
      ...OPEN.map((without, number) => ({ vectors, number, without })),
      { vectors: controlVectors, number: OPEN.length, without: LAYERS },
    ])
    const blocked = await showInTurn(
      'blocked',
      folder,
      BLOCKED.map((without, at) => ({ vectors, number: 50 + at, without })),
    )
    const control = open.shown.at(-1)
    if (!control) throw new RangeError('no control')
    const shown = [...open.shown.slice(0, -1), ...blocked.shown]
    return { vectors, shown, control, controlVectors, addresses: blocked.log.addresses }
  } finally {
    await canary.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything that got through, one line each; empty when nothing did. */
export function leaksOf({ shown, addresses, vectors }: HtmlResult): string[] {
  const named = shown.flatMap(({ without, traces, reached }) => {
    const where = without.length === 0 ? 'all layers' : `without ${without.join(', ')}`
    return [
      ...Object.entries(traces).flatMap(([kind, seen]: [string, Set<string>]) =>
        [...seen].map((trace) => `${where}: ${kind} ${trace}`),
      ),
      ...[...reached].map((number) => `${where}: network ${vectors[number]?.template}`),
    ]
  })
  return [...named, ...[...addresses].map((address) => `blocked browser: socket to ${address}`)]
}

/** Control vectors that left a trace once every layer was gone. */
export function controlLeaks({ control, controlVectors }: HtmlResult): Vector[] {
  const ran = new Set([...control.traces.scripts].map((said) => Number(/^ran-(\d+)/.exec(said)?.[1])))
  return controlVectors.filter(({ number }) => control.reached.has(number) || ran.has(number))
}

/** Vectors in one browser: its log of the network is kept whole in memory. */
const PER_BROWSER = 400

/** The part of the durability run: the vectors of the tier in Chromium, 400 to a browser. */
export async function run(counts: { readonly htmlVectors: number }, report: Report): Promise<void> {
  const vectors = vectorsOf(counts.htmlVectors)
  const violations: string[] = []
  let [settings, silent] = [0, 0]
  const { seconds } = await timed(async () => {
    for (let from = 0; from < vectors.length; from += PER_BROWSER) {
      const some = vectors.slice(from, from + PER_BROWSER)
      const result = await showVectors(some.map((vector, number) => ({ ...vector, number })))
      violations.push(...leaksOf(result))
      settings = result.shown.length
      silent += result.controlVectors.length - controlLeaks(result).length
      if (controlLeaks(result).length < result.controlVectors.length / 2)
        violations.push(`the control behind vector ${from} saw next to nothing`)
    }
  })
  report.figure({
    what: 'HTML mails in Chromium: requests, scripts, navigations, popups',
    counts: { vectors: vectors.length, settings, leaks: violations.length, 'silent in the control': silent },
    violations,
    seconds,
  })
}
