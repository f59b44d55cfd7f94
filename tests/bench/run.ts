import { benchBackup } from './backup.ts'
import { benchBundle } from './bundle.ts'
import { benchChain } from './chain.ts'
import { benchImport } from './import.ts'
import { benchMailbox } from './mailbox.ts'
import { benchSearch } from './search.ts'
import { benchWindow } from './window.ts'

// npm run bench [-- import 20000 | search 100000 | mailbox 1000 | bundle | backup | chain | window]: each figure is a ratio to a peer measured in the same run.
const BENCHES: Record<string, (count: number) => Promise<object>> = {
  import: (count) => benchImport(count || 20_000),
  search: (count) => benchSearch(count || 100_000),
  mailbox: (megabytes) => benchMailbox(megabytes || 1_000),
  bundle: (count) => benchBundle(count || 2_000),
  backup: (count) => benchBackup(count || 6_000),
  window: (count) => benchWindow(count || 20_000),
  chain: (count) => benchChain(count || 1_000_000),
}

const [chosen, count] = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES))
  if (!chosen || chosen === name) console.log(JSON.stringify(await bench(Number(count ?? 0))))
