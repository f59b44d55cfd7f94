import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { round, timed } from './measure.ts'

/**
 * The same messages read and indexed by notmuch (GMime and Xapian, in C and C++; it neither keeps nor encrypts them), or null where
 * it is not installed.
 */
export async function benchNotmuch(mail: string, folder: string, count: number) {
  if (spawnSync('notmuch', ['--version']).status !== 0) return null
  const config = join(folder, 'notmuch-config')
  await writeFile(
    config,
    `[database]\npath=${folder}/index\nmail_root=${mail}\n[new]\ntags=\n[user]\nname=Bench\nprimary_email=bench@seller.example\n`,
  )
  const env = { ...process.env, NOTMUCH_CONFIG: config }
  const { value, seconds } = await timed(async () => spawnSync('notmuch', ['new', '--quiet'], { env }))
  if (value.status !== 0) throw new Error(`notmuch: ${value.stderr}`)
  const known = Number(spawnSync('notmuch', ['count', '*'], { env, encoding: 'utf8' }).stdout)
  return { indexed: known, seconds: round(seconds), messagesPerSecond: Math.round(count / seconds) }
}
