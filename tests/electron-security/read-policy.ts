import type { Source } from '../house/sources.ts'

/** A content security policy by directive. */
export const directivesOf = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split('; ').map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')]),
  )

/** Every permission Electron knows, as its own types name them for requests and checks. */
export function permissionsOf(types: string): string[] {
  const lists = [
    ...types.matchAll(/setPermission(?:Check|Request)Handler\(handler: .*?permission: ([^,]+),/gu),
  ]
  const names = lists.flatMap(([, list]) =>
    [...(list ?? '').matchAll(/'([^']+)'/gu)].map(([, name]) => name ?? ''),
  )
  return [...new Set(names)]
}

/** Addresses that name no place anybody goes to: names of XML vocabularies, and what is answered inside the program. */
const NAMES_ONLY = [
  'http://www.w3.org/',
  'http://schemas.openxmlformats.org/',
  'http://purl.org/',
  'https://print.invalid/', // every request of the printing Chromium is answered by chromium-renderer.ts
  'https://exhibit.invalid/', // links of an exhibit before bundle-plan.ts binds them to pages
  'http://127.0.0.1:9', // the proxy that is not there
]

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu

/** Addresses of other places in the code, comments left out, as `file: address`. */
export const foreignAddresses = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) =>
    [...text.replace(COMMENTS, '').matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s'"`<>)]+/gu)]
      .map(([address]) => address)
      .filter((address) => !NAMES_ONLY.some((name) => address.startsWith(name)))
      .map((address) => `${path}: ${address}`),
  )
