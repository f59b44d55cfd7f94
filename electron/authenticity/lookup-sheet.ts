import { bilingual } from '@bridge/model/exhibit.ts'
import { z } from 'zod'
import resource from '../../resources/wording/key-lookup.json' with { type: 'json' }

const words = z.object({ version: z.string(), lines: z.record(z.string(), bilingual) }).parse(resource)

/**
 * What a host name is made of. A name comes out of a message and goes into a command: what holds anything else is named on the
 * sheet, but nobody is told to type it.
 */
const HOST = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?$/u

/** The sheet for another computer: what to look up, with which command, and what to bring back. Lines end as Windows reads them. */
export function composeLookupSheet(names: readonly string[]): string {
  const safe = names.filter((name) => HOST.test(name))
  const odd = names.filter((name) => !HOST.test(name))
  const lines = [
    ...said('title'),
    '',
    ...said('how'),
    ...said('bring'),
    '',
    ...block('windows', safe, (name) => `nslookup -type=TXT ${name}`),
    ...block('powershell', safe, (name) => `Resolve-DnsName -Type TXT ${name} | Format-List Name,Strings`),
    ...block('unix', safe, (name) => `dig +noall +answer TXT ${name}`),
    ...(odd.length === 0 ? [] : [...said('odd'), ...odd.map((name) => `  ${JSON.stringify(name)}`), '']),
  ]
  return lines.join('\r\n')
}

const said = (key: string): string[] => {
  const { zh = '', en = '' } = words.lines[key] ?? {}
  return [zh, en]
}

const block = (key: string, names: readonly string[], command: (name: string) => string): string[] => [
  ...said(key),
  '',
  ...names.map(command),
  '',
]
