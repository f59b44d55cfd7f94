/**
 * Every optional dependency that the lock file names must itself be locked. A registry that lacks one at the moment of
 * `npm install` leaves a lock file with which `npm ci` fails, here or on another platform.
 */
import { readFileSync } from 'node:fs'
import { inRoot } from './lib/repository.mjs'

const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))

/** Where Node would look for a package: beside the one that wants it, then in each folder above. */
function isLocked(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(name, from))
    .map((name) => `${from || 'package.json'} names ${name}, which is not locked`),
)
for (const line of missing) console.error(line)
console.log(`Lock file: ${Object.keys(packages).length} packages, ${missing.length} missing.`)
process.exitCode = missing.length > 0 ? 1 : 0
