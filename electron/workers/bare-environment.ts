/** What Node itself needs to start: system folders on Windows, and to be Node where the program is Electron. */
const NEEDED = ['SystemRoot', 'windir', 'ELECTRON_RUN_AS_NODE']

/** The environment of a worker: no keys, no paths, no proxies. */
export function bareEnvironment(): Record<string, string> {
  const kept = NEEDED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(kept)
}
