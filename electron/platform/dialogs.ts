/** Questions to the person at the machine. Each answers null when she cancels. */
export interface Dialogs {
  /** Files of correspondence, as many as she likes; or the one key file, or the one export of a chat. */
  chooseFiles(what?: 'key-file' | 'chat'): Promise<string[] | null>
  chooseFolder(): Promise<string | null>
  chooseSavePath(suggestedName: string): Promise<string | null>
  /** Shows a file or folder in the file manager. */
  reveal(path: string): void
}
