import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../../tools/lib/find-chromium.mjs'

export interface NetworkLog {
  /** Canary hosts that were looked up, connected to or asked for. */
  readonly hosts: ReadonlySet<string>
  /** Addresses beyond this machine that a socket was opened to. */
  readonly addresses: ReadonlySet<string>
}

/** Chromium asks the system for a route to this address to learn whether there is IPv6; nothing is sent. */
const IPV6_PROBE = '[2001:4860:4860::8888]:443'

/** Addresses of this machine: the near end of a socket is logged like the far one. */
function ownAddresses(): Set<string> {
  const each = Object.values(networkInterfaces()).flatMap((some) => some ?? [])
  return new Set(each.map(({ address }) => address))
}

/** `[::1]:443` and `127.0.0.1:443` without brackets and port. */
const hostPart = (address: string): string => address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/** A Chromium of this machine, and what its network service did. */
export interface Watched {
  readonly browser: Browser
  /** Ends it and gives what its network service logged. */
  end(): Promise<NetworkLog>
}

/** What every other name leads to: the canary, or nowhere, as the product has it. */
export type Network = { canaryPort: number } | 'blocked'

/**
 * Starts Chromium. Blocked, it has the switches of `electron/app/harden.ts`, the own pages on `localhost` apart.
 * @param folder Where the log of its network service is kept while it runs.
 */
export async function startWatched(network: Network, folder: string): Promise<Watched> {
  const log = join(folder, `net-log-${network === 'blocked' ? 'blocked' : 'open'}.json`)
  const rules =
    network === 'blocked'
      ? [
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
          '--proxy-server=http://127.0.0.1:9',
          '--proxy-bypass-list=localhost',
        ]
      : [`--host-resolver-rules=MAP * 127.0.0.1:${network.canaryPort}, EXCLUDE localhost`]
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      `--log-net-log=${log}`,
      ...rules,
    ],
  })
  return {
    browser,
    async end() {
      await browser.close()
      const text = readFileSync(log, 'latin1')
      const addresses = [...text.matchAll(/"(?:remote_)?address":"([^"]+)"/g)].map(
        ([, address = '']) => address,
      )
      const own = ownAddresses()
      return {
        hosts: new Set(text.match(/v\d+\.c\d+\.canary\.test/g)),
        addresses: new Set(
          addresses.filter((address) => address !== IPV6_PROBE && !own.has(hostPart(address))),
        ),
      }
    },
  }
}
