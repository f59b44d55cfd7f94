/** What an import tells of a message that is a file of its own. */
export const wholeFile = (sourceName: string) =>
  ({
    kind: 'message',
    form: 'mail',
    sourceName,
    offset: null,
    containerSha256: null,
    itemNumber: null,
    folder: null,
    labels: [],
  }) as const
