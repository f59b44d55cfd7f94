import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)
const alias = { '@bridge': at('src/bridge') }
const mainAlias = [
  { find: '@bridge', replacement: alias['@bridge'] },
  // fflate's file for Node declares `require`; electron-vite declares it in the same chunk, and a module may not twice.
  { find: /^fflate$/, replacement: at('node_modules/fflate/esm/browser.js') },
]

/** The Chinese print fonts, 20 MB, lie beside the built main process and not in the repository. */
const printFonts = {
  name: 'print-fonts',
  writeBundle() {
    const folder = 'node_modules/@expo-google-fonts/noto-sans-sc'
    for (const file of [
      '400Regular/NotoSansSC_400Regular.ttf',
      '700Bold/NotoSansSC_700Bold.ttf',
      'LICENSE_FONT',
    ]) {
      cpSync(at(`${folder}/${file}`), at(`out/main/fonts/${file}`))
    }
  },
}

/** What tells which characters the codes of fonts from China, Japan and Korea mean, for the text of PDF files. */
const cmaps = {
  name: 'cmaps',
  writeBundle() {
    cpSync(at('node_modules/pdfjs-dist/cmaps'), at('out/main/cmaps'), { recursive: true })
  },
}

export default defineConfig({
  main: {
    resolve: { alias: mainAlias },
    plugins: [printFonts, cmaps],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'program-process': at('electron/program-process.ts'),
          cli: at('electron/cli.ts'),
          'argon2-thread': at('electron/vault/argon2-thread.ts'),
          'mail-worker': at('electron/workers/mail-worker.ts'),
          'authenticity-worker': at('electron/workers/authenticity-worker.ts'),
          'bundle-worker': at('electron/workers/bundle-worker.ts'),
          'vault-worker': at('electron/vault/backup/vault-worker.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false, // a sandboxed preload can require nothing: one file, everything inlined
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src'),
    resolve: { alias },
    plugins: [react()],
    build: { outDir: at('out/renderer'), rolldownOptions: { input: { index: at('src/index.html') } } },
  },
})
