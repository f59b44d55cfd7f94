import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const VERIFIERS = resolve(import.meta.dirname, '../../../resources/verifier')

/** A folder to look at, and the receipt it is held against. */
export interface Asked {
  readonly folder: string
  readonly receipt: string | null
}

/** What each verifier printed about each folder, in the order asked: the findings, then the verdict. */
export interface Answers {
  readonly python: readonly (readonly string[])[]
  readonly node: readonly (readonly string[])[]
}

/** Runs each verifier once over all folders, both at the same time. `list` is where the list of them may be written. */
export async function askVerifiers(asked: readonly Asked[], list: string): Promise<Answers> {
  writeFileSync(list, asked.map(({ folder, receipt }) => `${folder}\t${receipt ?? ''}\n`).join(''))
  const [python, node] = await Promise.all([
    outputOf('python3', [join(VERIFIERS, 'verify.py'), '--batch', list]),
    outputOf(process.execPath, [join(VERIFIERS, 'verify.mjs'), '--batch', list]),
  ])
  return { python: blocksOf(python, asked), node: blocksOf(node, asked) }
}

/** The verifiers' own way to be asked about one folder: what they print, and the code they end with. */
export async function askOne({ folder, receipt }: Asked): Promise<Record<'python' | 'node', string>> {
  const words = receipt === null ? [folder] : [folder, '--receipt', receipt]
  const [python, node] = await Promise.all([
    outputOf('python3', [join(VERIFIERS, 'verify.py'), ...words]),
    outputOf(process.execPath, [join(VERIFIERS, 'verify.mjs'), ...words]),
  ])
  return { python, node }
}

function outputOf(command: string, words: readonly string[]): Promise<string> {
  return new Promise((resolveOutput, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 || code === 1
        ? resolveOutput(Buffer.concat(pieces).toString('utf8'))
        : reject(new TypeError(`${command} ended with ${code}`)),
    )
  })
}

function blocksOf(output: string, asked: readonly Asked[]): string[][] {
  const blocks = output.split(/^== /mu).slice(1)
  if (blocks.length !== asked.length) throw new TypeError('A verifier left folders out')
  return blocks.map((block, at) => {
    const [folder, ...lines] = block.trimEnd().split('\n')
    if (folder !== asked[at]?.folder) throw new TypeError('A verifier answered out of order')
    return lines
  })
}
