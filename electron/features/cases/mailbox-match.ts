/** What is known of the mailboxes of one side. */
export interface Mailboxes {
  /** Its domains and whole addresses, in lower case. */
  patterns: readonly string[]
  /** Addresses stated to be somebody else's: they are, though a domain of this side holds them. */
  others: readonly string[]
}

/**
 * Whether an address belongs to a domain or is the very address. `sales.hongda.example.cn` belongs to `hongda.example.cn`;
 * `xhongda.example.cn` does not.
 */
export function isWithin(address: string, pattern: string): boolean {
  const mailbox = address.trim().toLowerCase()
  if (pattern.includes('@')) return pattern === mailbox
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1)
  return domain === pattern || domain.endsWith(`.${pattern}`)
}

/** Whether an address belongs to a side. What was said of the very address goes before what follows from its domain. */
export function isMailboxOf(address: string, { patterns, others }: Mailboxes): boolean {
  const mailbox = address.trim().toLowerCase()
  if (patterns.includes(mailbox)) return true
  return !others.includes(mailbox) && patterns.some((pattern) => isWithin(mailbox, pattern))
}
