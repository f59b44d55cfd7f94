/**
 * Whether an address belongs to one of the patterns of a side: the very mailbox, its domain, or a domain below it.
 * `sales.hongda.example.cn` belongs to `hongda.example.cn`; `xhongda.example.cn` does not.
 */
export function isMailboxOf(address: string, patterns: readonly string[]): boolean {
  const mailbox = address.trim().toLowerCase()
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1)
  return patterns.some((pattern) =>
    pattern.includes('@') ? pattern === mailbox : domain === pattern || domain.endsWith(`.${pattern}`),
  )
}
