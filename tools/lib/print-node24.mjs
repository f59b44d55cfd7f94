/** For shell scripts: prints the path of a Node >= 24, or says what to do and fails. */
import { findNode24 } from './find-node24.mjs'

const node = findNode24()
if (node) console.log(node)
else {
  console.error('This needs Node 24, which `npm ci` brings on Linux and Windows. Type: npm ci')
  process.exitCode = 1
}
