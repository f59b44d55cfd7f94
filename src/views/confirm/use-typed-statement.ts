import { CHANNELS, type Channel } from '@bridge/model/channel.ts'
import type { StatementKind } from '@bridge/model/statement.ts'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { type CommandState, useCommand } from '../../ipc/use-command.ts'
import { likeFields, useSealedDraft } from '../../ipc/use-sealed-draft.ts'
import { readDay } from '../../lib/read-day.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

type TypedChannel = Exclude<Channel, 'email'>

export interface TypedStatement {
  kind: StatementKind
  channel: TypedChannel
  quote: string
  speaker: string
  saidOn: string
}

/** Where something may have been said that is typed in: everywhere but in e-mail. */
export const TYPED_CHANNELS = CHANNELS.filter((channel): channel is TypedChannel => channel !== 'email')

const EMPTY: TypedStatement = { kind: 'term', channel: 'alibaba-chat', quote: '', speaker: '', saidOn: '' }

const isTyped = likeFields<TypedStatement>(EMPTY)

interface Typing {
  form: UseFormReturnType<TypedStatement>
  command: CommandState<'confirmations.type'>
  /** Adds the statement; its id, or null where something is missing or failed. */
  submit: () => Promise<string | null>
}

/** The form of a typed-in statement. What was typed is kept until it is added. */
export function useTypedStatement(caseId: string): Typing {
  const words = useWords()
  const draft = useSealedDraft(`typed statement ${caseId}`, isTyped)
  const command = useCommand('confirmations.type')
  const form = useForm<TypedStatement>({
    initialValues: draft.left ?? EMPTY,
    onValuesChange: draft.keep,
    validate: {
      quote: (quote) => (quote.trim() ? null : words.confirm.type.needed),
      saidOn: (day) => (day === '' || readDay(day) ? null : words.app.day.wrong),
    },
  })
  return {
    form,
    command,
    submit: async () => {
      if (form.validate().hasErrors) return null
      const { saidOn, ...typed } = form.getValues()
      const reply = await command.run({ caseId, ...typed, saidOn: saidOn || null })
      if (!reply.ok) return null
      draft.forget()
      return reply.value.statementId
    },
  }
}
