export interface SwitchOptions {
  profile: string
  headed: boolean
  /** Whether a user sits before it, rather than a test. */
  atDesk: boolean
  locale: string
  /** What the application asked for by `app.commandLine`, without the leading dashes. */
  asked: ReadonlyMap<string, string>
}

/** Everything in Chromium that would call home, offer something or remember something. */
const QUIET = [
  'allow-browser-signin=false',
  'deny-permission-prompts',
  'disable-background-networking',
  'disable-breakpad',
  'disable-client-side-phishing-detection',
  'disable-component-extensions-with-background-pages',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-extensions',
  'disable-field-trial-config',
  'disable-save-password-bubble',
  'disable-search-engine-choice-screen',
  'disable-sync',
  'dns-prefetch-disable',
  'metrics-recording-only',
  'no-default-browser-check',
  'no-first-run',
  'no-pings',
  'no-service-autorun',
  'password-store=basic',
]

/** A page holds a case: none of it goes into a cache or a history, whatever the profile's life. */
const NO_CACHE = [
  'disable-back-forward-cache', // as in Electron, whose pages are gone with their process once they are left
  'incognito',
  'aggressive-cache-discard',
  'disk-cache-size=1',
  'media-cache-size=1',
  'disable-gpu-shader-disk-cache',
]

/** A window that is not in front works on, as in Electron with `backgroundThrottling: false`. */
const AWAKE = [
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-renderer-backgrounding',
]

/**
 * At a user's desk nothing may leave, whatever Chromium's own menus open. A test must see what the application lets
 * through, so headless only the application's own switches stand in the way.
 */
const NO_NETWORK = [
  'host-resolver-rules=MAP * ~NOTFOUND',
  'proxy-bypass-list=<-loopback>',
  'proxy-server=127.0.0.1:9',
  'webrtc-ip-handling-policy=disable_non_proxied_udp',
]

const DISABLED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'HttpsUpgrades',
  // A sandboxed frame in its own process has its own DevTools target, whose requests a page's interception misses.
  'IsolateSandboxedIframes',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
]

const runsAsRoot = process.getuid?.() === 0

export function chromiumArguments({ profile, headed, atDesk, locale, asked }: SwitchOptions): string[] {
  const switches = new Map<string, string>()
  const add = (list: string[]): void => {
    for (const item of list) {
      const [name = '', ...value] = item.split('=')
      switches.set(name, value.join('='))
    }
  }
  add([...QUIET, ...NO_CACHE, ...AWAKE])
  add([
    `user-data-dir=${profile}`,
    `crash-dumps-dir=${profile}`,
    `lang=${locale}`,
    'force-color-profile=srgb',
  ])
  // An application window cannot start at about:blank.
  add(
    headed
      ? ['app=data:text/html,', 'ozone-platform-hint=auto']
      : ['headless', 'hide-scrollbars', 'no-startup-window'],
  )
  if (atDesk) add(NO_NETWORK)
  if (runsAsRoot) add(['no-sandbox', 'disable-dev-shm-usage', 'test-type'])
  for (const [name, value] of asked) switches.set(name, value)
  switches.set(
    'disable-features',
    [...DISABLED_FEATURES, asked.get('disable-features')].filter(Boolean).join(','),
  )
  return [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
}
