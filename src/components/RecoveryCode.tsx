import { Button, CopyButton } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './RecoveryCode.module.css'

interface RecoveryCodeProps {
  code: string
  /** The lawyer says she has it on paper. */
  onKept: () => void
}

/** The recovery code, once: to print or to write down. */
export function RecoveryCode({ code, onKept }: RecoveryCodeProps) {
  const words = useWords()
  const { recovery } = words.unlock
  const groups = code.split(/[\s-]+/)
  return (
    <section className={classes.form}>
      <h2 className={classes.title}>{recovery.title}</h2>
      <p className={classes.text}>{recovery.intro}</p>
      <div className={classes.code} role="img" aria-label={`${recovery.label}: ${code}`}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat, and never move
          <span key={at}>{group}</span>
        ))}
      </div>
      <p className={classes.text}>{recovery.where}</p>
      <div className={classes.row} data-not-printed>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {recovery.print}
        </Button>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={copy}>
              {copied ? words.app.copied : words.app.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>{recovery.next}</Button>
      </div>
    </section>
  )
}
