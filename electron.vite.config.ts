import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)
const alias = { '@bridge': at('src/bridge') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          'argon2-thread': at('electron/vault/argon2-thread.ts'),
          'mail-worker': at('electron/workers/mail-worker.ts'),
          'bundle-worker': at('electron/workers/bundle-worker.ts'),
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
