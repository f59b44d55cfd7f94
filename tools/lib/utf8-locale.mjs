/**
 * What to add to an environment so that programs take file names as UTF-8: in a bare container the locale is POSIX,
 * and Chromium and LibreOffice then lose every Chinese name. Empty where the locale says UTF-8 already.
 */
export function utf8Locale(environment) {
  const current = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || ''
  if (process.platform !== 'linux' || /utf-?8/i.test(current)) return {}
  return { LC_ALL: '', LC_CTYPE: 'C.UTF-8' }
}
