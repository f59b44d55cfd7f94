import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import classes from './FileDropArea.module.css'

interface FileDropAreaProps {
  /** What will happen on letting go. */
  hint: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Takes files dropped anywhere on what it surrounds. */
export function FileDropArea({ hint, onFiles, children }: FileDropAreaProps) {
  // Entering a child fires before leaving its parent, so depth is counted rather than a flag set.
  const [depth, setDepth] = useState(0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons beside it take the keyboard
    <div
      className={classes.area}
      onDragEnter={(event) => holdsFiles(event) && setDepth(depth + 1)}
      onDragLeave={(event) => holdsFiles(event) && setDepth(Math.max(0, depth - 1))}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setDepth(0)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {depth > 0 && (
        <div className={classes.veil}>
          <IconFileImport size={32} stroke={1.25} aria-hidden="true" />
          <span>{hint}</span>
        </div>
      )}
    </div>
  )
}
