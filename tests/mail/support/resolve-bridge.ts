import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const bridge = resolve(import.meta.dirname, '../../../src/bridge')

// Node runs the sources themselves here; the alias is otherwise resolved when the app is built.
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.startsWith('@bridge/')
        ? pathToFileURL(resolve(bridge, specifier.slice('@bridge/'.length))).href
        : specifier,
      context,
    ),
})
