import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Reads the passphrase, or whatever is asked for by name: typed unseen where there is a terminal, else the first line of standard input. */
export async function askPassphrase(name = 'Passphrase'): Promise<string> {
  const { stdin, stderr } = process
  if (stdin.isTTY) stderr.write(`${name}: `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: unseen, terminal: stdin.isTTY === true })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (stdin.isTTY) stderr.write('\n')
  }
}
