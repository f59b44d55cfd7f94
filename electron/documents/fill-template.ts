/** A sentence of the wording with its `{name}` places filled. @throws TypeError where it names a fact that is not given */
export function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new TypeError(`The wording asks for ${name}`)
    return String(fact)
  })
}
