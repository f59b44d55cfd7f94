import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The full path of a program of this machine, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

export interface Outcome {
  code: number
  output: string
}

/** Runs a desktop program to its end; a failure is an outcome, not an error. */
export function runProgram(program: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, (error, output) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: output.trimEnd() })
    })
  })
}
