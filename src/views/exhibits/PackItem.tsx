import { Menu } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

/** Writes the originality pack of one exhibit where the lawyer says. */
export function PackItem({ exhibitId }: { exhibitId: string }) {
  const words = useWords().authenticity.pack
  const tell = useTell()
  const { run, running } = useCommand('originality.make')
  const make = async (): Promise<void> => {
    const reply = await run({ exhibitId })
    if (!reply.ok) tell.error(reply.error)
    else if (reply.value.made) tell.done(words.made(reply.value.made.name))
  }
  return (
    <Menu.Item
      leftSection={<IconShieldCheck size={14} aria-hidden="true" />}
      disabled={running}
      onClick={() => void make()}
    >
      {words.make}
    </Menu.Item>
  )
}
