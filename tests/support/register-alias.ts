// Lets plain Node run the sources: `@bridge/…` is `src/bridge/…`, as in the build.
import { registerHooks } from 'node:module'

const bridge = new URL('../../src/bridge/', import.meta.url)

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.startsWith('@bridge/') ? new URL(specifier.slice('@bridge/'.length), bridge).href : specifier,
      context,
    ),
})
