import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { KeyringSecret } from '../vault/read-keys.ts'

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

/** Asks for what opens a keyring: the recovery code, or the passphrase that goes with the key file, if there is one. */
export async function askSecret(way: {
  byCode: boolean
  keyFile: string | undefined
}): Promise<KeyringSecret> {
  if (way.byCode) return { recoveryCode: await askPassphrase('Recovery code') }
  return { passphrase: await askPassphrase(), keyFile: way.keyFile }
}
