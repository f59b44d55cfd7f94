import { importsOf, type Source } from './sources.ts'

const PLATFORM = ['electron/platform', 'src/bridge', 'npm:node:']
const STORE = [...PLATFORM, 'electron/store', 'npm:drizzle-orm']
const FEATURE = [
  ...STORE,
  'electron/vault',
  'electron/files',
  'electron/jobs',
  'electron/workers',
  'electron/chat',
  'electron/mail',
  'electron/authenticity',
  'electron/documents',
  'electron/rules',
  'resources',
  'npm:zod',
  'npm:fflate',
]
const FEATURES = [
  'settings',
  'drafts',
  'cases',
  'evidence',
  'chat',
  'readings',
  'confirmations',
  'identities',
  'translations',
  'custody',
  'authenticity',
  'exhibits',
  'finding',
  'forums',
  'originality',
  'safekeeping',
  'verification',
]
const WINDOW = ['src/bridge', 'npm:react', 'npm:@mantine/', 'npm:@tabler/', 'npm:@tanstack/']
const VIEW = [...WINDOW, 'src/components', 'src/ipc', 'src/lib', 'src/messages', 'npm:wouter']

/** Each room and all it may import; the longest name that fits a file is its room. What is not here is not allowed. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/bridge': ['npm:zod'],
  'src/lib': ['src/bridge'],
  'src/ipc': ['src/bridge', 'npm:react', 'npm:@tanstack/react-query'],
  'src/messages': ['src/bridge', 'npm:react'],
  'src/components': [...WINDOW, 'src/lib', 'src/messages'],
  'src/views': VIEW,
  'src/views/shell': [...VIEW, 'src/theme.ts'],
  src: [...VIEW, 'src', 'npm:react-dom', 'npm:zod'],
  'electron/platform': ['npm:node:', 'npm:canonicalize'],
  'electron/rules': ['src/bridge', 'resources', 'npm:zod'],
  'electron/store': [...STORE, 'npm:better-sqlite3'],
  'electron/files': PLATFORM,
  'electron/vault': [...STORE, 'electron/files', 'npm:canonicalize', 'npm:hash-wasm', 'npm:zod'],
  'electron/vault/backup': [
    ...STORE,
    'electron/files',
    'electron/vault',
    'electron/workers',
    'npm:better-sqlite3',
    'npm:zod',
  ],
  'electron/jobs': STORE,
  'electron/chat': ['src/bridge', 'electron/mail/charset', 'npm:node:'],
  'electron/mail': ['src/bridge', 'npm:'],
  'electron/authenticity': ['src/bridge', 'electron/mail', 'electron/rules', 'resources', 'npm:'],
  'electron/documents': ['src/bridge', 'electron/rules', 'electron/workers', 'resources', 'npm:'],
  'electron/workers': [
    'src/bridge',
    'electron/authenticity',
    'electron/chat',
    'electron/mail',
    'electron/documents',
    'npm:node:',
    'npm:zod',
  ],
  ...Object.fromEntries(
    FEATURES.map((name, at) => [
      `electron/features/${name}`,
      [...FEATURE, ...FEATURES.slice(0, at).map((above) => `electron/features/${above}/index.ts`)],
    ]),
  ),
  'electron/ipc': [
    ...PLATFORM,
    'electron/store/sqlite-errors.ts',
    'electron/vault',
    'electron/jobs',
    'electron/workers',
    'electron/documents',
    'npm:zod',
    ...FEATURES.map((name) => `electron/features/${name}/index.ts`),
  ],
  'electron/cli': [
    'src/bridge',
    'electron/platform',
    'electron/store',
    'electron/vault',
    'electron/ipc',
    'electron/features/verification/index.ts',
    'electron/features/safekeeping/index.ts',
    'npm:node:',
    'npm:zod',
  ],
  'electron/app': [
    'src/bridge',
    'electron/platform',
    'electron/documents',
    'electron/workers',
    'electron/ipc/sender-check.ts',
    'electron/ipc/program-line.ts',
    'npm:',
  ],
  electron: ['electron', 'src/bridge', 'package.json', 'npm:node:', 'npm:electron'],
}

const ROOMS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length)
const within = (path: string, place: string): boolean =>
  path === place || path.startsWith(place.endsWith(':') || place.endsWith('/') ? place : `${place}/`)
const roomOf = (path: string): string => ROOMS.find((room) => within(path, room)) ?? ''

/** Rooms that may import Electron itself; everything else reaches it through ports. */
const KNOWS_ELECTRON = ['electron/app', 'electron']

/** Every import that the table does not allow, as `file imports target`. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path)
    return importsOf(source)
      .filter((target) => !isAllowed(source.path, room, target))
      .map((target) => `${source.path} imports ${target}`)
  })
}

function isAllowed(path: string, room: string, target: string): boolean {
  if (target === 'npm:electron') return KNOWS_ELECTRON.includes(room)
  // One screen never reaches into another.
  if (room.startsWith('src/views') && target.startsWith('src/views/'))
    return target.split('/')[2] === path.split('/')[2]
  if (within(target, room) && room !== 'src/views') return true
  return (MAY_IMPORT[room] ?? []).some(
    (allowed) => within(target, allowed) || target.startsWith(packageStart(allowed)),
  )
}

/** `npm:drizzle-orm` allows `npm:drizzle-orm/sqlite-core`; `npm:@mantine/` allows every package of the scope. */
const packageStart = (allowed: string): string =>
  allowed.startsWith('npm:') && (allowed.endsWith(':') || allowed.endsWith('/')) ? allowed : `${allowed}//`

/** Rings of imports, each as the files in order; type imports count, for they are how rooms grow together. */
export function importRings(sources: readonly Source[]): string[][] {
  const targets = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const rings: string[][] = []
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) rings.push([...trail.slice(seenAt), path])
    if (seenAt >= 0 || done.has(path)) return
    for (const target of targets.get(path) ?? []) if (targets.has(target)) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return rings
}
