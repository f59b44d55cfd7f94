import type { FileFilter, MessageBoxOptions } from 'electron'
import { findProgram, runProgram } from './desktop.ts'
import { runtime } from './runtime.ts'

/** Electron's options of both file dialogs, as far as a desktop's own pickers have them. */
interface PickOptions {
  title?: string
  defaultPath?: string
  filters?: FileFilter[]
  properties?: string[]
}

type Picker = (options: PickOptions, save: boolean) => string[]

const PICKERS: Record<string, Picker> = { zenity: zenityArguments, kdialog: kdialogArguments }

/** The paths picked; none when cancelled, when nobody looks at a screen, or when there is nothing to pick with. */
async function pick(options: PickOptions, save: boolean): Promise<string[]> {
  if (!runtime.launch.headed) return []
  for (const [name, argumentsFor] of Object.entries(PICKERS)) {
    const program = findProgram(name)
    if (!program) continue
    const { code, output } = await runProgram(program, argumentsFor(options, save))
    return code === 0 && output !== '' ? output.split('\n') : []
  }
  console.error(
    'No file dialog: this machine has neither zenity nor kdialog. Install one: apt-get install zenity',
  )
  return []
}

function zenityArguments(options: PickOptions, save: boolean): string[] {
  const { title, defaultPath, filters = [], properties = [] } = options
  return [
    '--file-selection',
    '--separator=\n',
    ...(save ? ['--save'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(title ? [`--title=${title}`] : []),
    ...(defaultPath ? [`--filename=${defaultPath}`] : []),
    ...filters.map((filter) => `--file-filter=${filter.name} | ${globs(filter)}`),
  ]
}

function kdialogArguments(options: PickOptions, save: boolean): string[] {
  const { title, defaultPath = '.', filters = [], properties = [] } = options
  const titled = title ? ['--title', title] : []
  if (properties.includes('openDirectory')) return [...titled, '--getexistingdirectory', defaultPath]
  const filter = filters.map((each) => `${each.name} (${globs(each)})`).join('|')
  if (save) return [...titled, '--getsavefilename', defaultPath, filter]
  const several = properties.includes('multiSelections') ? ['--multiple', '--separate-output'] : []
  return [...titled, ...several, '--getopenfilename', defaultPath, filter]
}

function globs({ extensions }: FileFilter): string {
  return extensions.map((extension) => (extension === '*' ? '*' : `*.${extension}`)).join(' ')
}

/** Electron lets the parent window come first or be left out. */
function optionsOf<T>(args: unknown[]): T {
  return (args.at(-1) ?? {}) as T
}

export const dialog = {
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const filePaths = await pick(optionsOf<PickOptions>(args), false)
    return { canceled: filePaths.length === 0, filePaths }
  },

  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const [filePath = ''] = await pick(optionsOf<PickOptions>(args), true)
    return { canceled: filePath === '', filePath }
  },

  /** Nobody is asked: the answer is what closing the box would give. */
  async showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const { message, cancelId = 0 } = optionsOf<MessageBoxOptions>(args)
    console.error(message)
    return { response: cancelId, checkboxChecked: false }
  },

  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`)
  },
}
