import { registerHooks } from 'node:module'

const standin = new URL('./electron.ts', import.meta.url).href

/** `import 'electron'`, `require('electron')` and the inspector's `require` all meet the stand-in. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier === 'electron/main')
      return { url: standin, format: 'module', shortCircuit: true }
    return next(specifier, context)
  },
})
