import { CHANNELS } from '../../src/bridge/channels/index.ts'
import type { AnyChannel } from '../../src/bridge/define-channel.ts'
import { COMMON_ERRORS } from '../../src/bridge/errors.ts'

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ') || '–'

const row = ([name, channel]: [string, AnyChannel]): string => {
  const topics =
    channel.kind === 'query' ? `reads ${code(channel.reads)}` : `touches ${code(channel.touches)}`
  const locked = channel.whenLocked === 'allow' ? 'yes' : 'no'
  return `| \`${name}\` | ${channel.kind}, ${topics} | ${channel.summary} | ${code(channel.errors)} | ${locked} |`
}

/** `docs/channels.md`: what the page can ask of the main process, feature by feature, as it is declared. */
export function channelsPage(): string {
  const features = Map.groupBy(Object.entries<AnyChannel>(CHANNELS), ([name]) => name.split('.')[0] ?? '')
  const sections = [...features].map(([feature, channels]) =>
    [
      `## ${feature}`,
      '',
      '| channel | kind | what it does | errors of its own | while locked |',
      '| --- | --- | --- | --- | --- |',
      ...channels.map(row),
    ].join('\n'),
  )
  const head = [
    '# Channels',
    '',
    'All that the page can ask of the main process. Written by `node tools/docs/write-channels.ts` from `src/bridge/channels`;',
    'change the declarations, not this page. A query changes nothing. A command drops every cached answer that reads a topic',
    `it touches. Every channel may also answer with ${code(COMMON_ERRORS)}.`,
  ].join('\n')
  return `${[head, ...sections].join('\n\n')}\n`
}
