import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from './find-chromium.mjs'
import { findProgram, runQuietly, Stop } from './run.mjs'

const listsFont = (pattern) => runQuietly('fc-list', [pattern, 'family']).output.trim() !== ''

/** A program or font this machine may lack: how it is found, and what each package manager calls it. */
const KNOWN = {
  chromium: {
    title: 'Chromium',
    isThere: () => findChromium() !== undefined,
    packages: { 'apt-get': 'chromium', dnf: 'chromium', pacman: 'chromium', brew: '--cask chromium' },
  },
  picker: {
    title: 'a file dialog (zenity)',
    isThere: () => ['zenity', 'kdialog'].some(findProgram),
    packages: { 'apt-get': 'zenity', dnf: 'zenity', pacman: 'zenity', brew: 'zenity' },
  },
  cjk: {
    title: 'Chinese fonts',
    isThere: () => process.platform === 'darwin' || listsFont(':lang=zh-cn'),
    packages: {
      'apt-get': 'fontconfig fonts-noto-cjk',
      dnf: 'google-noto-sans-cjk-fonts',
      pacman: 'noto-fonts-cjk',
    },
  },
  latin: {
    title: 'fonts in the measure of Times and Arial',
    isThere: () =>
      process.platform === 'darwin' || listsFont('Liberation Serif') || listsFont('Times New Roman'),
    packages: { 'apt-get': 'fontconfig fonts-liberation', dnf: 'liberation-fonts', pacman: 'ttf-liberation' },
  },
  office: {
    title: 'LibreOffice Writer',
    isThere: () => findProgram('soffice') !== undefined,
    packages: {
      'apt-get': 'libreoffice-writer',
      dnf: 'libreoffice-writer',
      pacman: 'libreoffice-fresh',
      brew: '--cask libreoffice',
    },
  },
  poppler: {
    title: 'poppler',
    isThere: () => ['pdftotext', 'pdftoppm'].every(findProgram),
    packages: { 'apt-get': 'poppler-utils', dnf: 'poppler-utils', pacman: 'poppler', brew: 'poppler' },
  },
  qpdf: {
    title: 'qpdf',
    isThere: () => findProgram('qpdf') !== undefined,
    packages: { 'apt-get': 'qpdf', dnf: 'qpdf', pacman: 'qpdf', brew: 'qpdf' },
  },
  images: {
    title: 'ImageMagick',
    // Asked what it is: some machines have another program by that name.
    isThere: () => runQuietly('convert', ['-version']).output.includes('ImageMagick'),
    packages: { 'apt-get': 'imagemagick', dnf: 'ImageMagick', pacman: 'imagemagick', brew: 'imagemagick' },
  },
  sockets: {
    title: 'ss',
    isThere: () => process.platform !== 'linux' || findProgram('ss') !== undefined,
    packages: { 'apt-get': 'iproute2', dnf: 'iproute', pacman: 'iproute2' },
  },
  tracing: {
    title: 'strace',
    isThere: () => process.platform !== 'linux' || findProgram('strace') !== undefined,
    packages: { 'apt-get': 'strace', dnf: 'strace', pacman: 'strace' },
  },
}

const FONTS = ['cjk', 'latin']

/** What each use of the repository needs. */
export const NEEDS = {
  electron: FONTS,
  standin: ['chromium', 'picker', ...FONTS],
  demo: ['chromium', ...FONTS],
  bench: ['chromium', ...FONTS, 'qpdf'],
  tests: ['chromium', ...FONTS, 'office', 'poppler', 'qpdf', 'images', 'sockets', 'tracing'],
}

const INSTALL = {
  'apt-get': (names) => `apt-get update && apt-get install -y --no-install-recommends ${names}`,
  dnf: (names) => `dnf install -y ${names}`,
  pacman: (names) => `pacman -S --needed ${names}`,
  brew: (names) => `brew install ${names}`,
}

/**
 * Sees to it that the named programs are there: installed where we are root on a Debian-like system, else named with
 * the command to type. Throws Stop when one is still missing.
 */
export function ensurePrograms(names) {
  const missing = names.map((name) => KNOWN[name]).filter((program) => !program.isThere())
  if (missing.length === 0) return
  const titles = missing.map(({ title }) => title).join(', ')
  const commands = commandsFor(missing)
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    console.log(
      `Programs: this machine lacks ${titles}; installing them, a minute or two (${commands.join(' && ')}).`,
    )
    for (const command of commands) {
      const { code, output } = runQuietly('sh', ['-c', command], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })
      if (code !== 0) console.error(output)
    }
    if (missing.every((program) => program.isThere())) return
  }
  const list = commands.map((command) => `    ${command}`).join('\n')
  throw new Stop(
    `This machine lacks ${titles}. ${list ? `Type:\n\n${list}\n\nand` : 'Install it and'} start again.`,
  )
}

function commandsFor(missing) {
  const manager = ['apt-get', 'dnf', 'pacman', 'brew'].find(findProgram)
  if (!manager) return []
  // Ubuntu's own package is a snap, which sees neither the app's profile nor its pipe.
  const fromPlaywright = isUbuntu() && missing.includes(KNOWN.chromium)
  const packages = packageNames(
    fromPlaywright ? missing.filter((each) => each !== KNOWN.chromium) : missing,
    manager,
  )
  const install = packages === '' ? [] : [asAdministrator(INSTALL[manager](packages), manager)]
  return fromPlaywright ? [...install, 'npx playwright install --with-deps chromium'] : install
}

function packageNames(programs, manager) {
  return [...new Set(programs.flatMap(({ packages }) => (packages[manager] ?? '').split(' ')))]
    .filter(Boolean)
    .join(' ')
}

function asAdministrator(command, manager) {
  if (manager === 'brew' || process.getuid?.() === 0) return command
  return command.replaceAll(/(^|&& )/g, '$1sudo ')
}

function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
