import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node, Tree } from './record.ts'

/** Makes the folder `root` exactly what the tree says; what was there is removed. */
export function writeTree(root: string, tree: Tree): void {
  rmSync(root, { recursive: true, force: true })
  const write = (path: string, node: Node): void => {
    const names = tree.folders.get(node)
    if (names) {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      for (const [name, inner] of names) write(join(path, name), inner)
    } else writeFileSync(path, tree.files.get(node) ?? Buffer.alloc(0), { mode: 0o600 })
  }
  write(root, tree.root)
}
