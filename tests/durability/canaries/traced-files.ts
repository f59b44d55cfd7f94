import { readFileSync } from 'node:fs'

const CALL = /(?:openat|open|creat|mkdir|mkdirat|mknod|rename|renameat2?|linkat|symlinkat)\((.*)\) = (?!-1)/u

/** Every path that was created or opened for writing, renamed to or linked, as a trace of `strace -f -y` tells; absolute. */
export function writtenPaths(trace: string): string[] {
  const paths = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, details = ''] = CALL.exec(line) ?? []
      if (details === '' || (/open/u.test(line) && !/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE/u.test(details)))
        return []
      const base = /AT_FDCWD<([^>]*)>/u.exec(details)?.[1] ?? /^\d+<([^>]*)>/u.exec(details)?.[1] ?? ''
      return [...details.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, path = '']) =>
        path.startsWith('/') ? path : `${base}/${path}`,
      )
    })
  return [...new Set(paths)]
}
