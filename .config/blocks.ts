// Pages hold blocks that the build fills, between `<!-- name: generated -->` and `<!-- /name -->`.

const BLOCK = /^( *)<!-- ([\w -]+): generated -->$[^]*?^\1<!-- \/\2 -->$/gm

/** What each block holds, by its name. */
export type Blocks = Readonly<Record<string, () => string>>

/** The names of the blocks of a page. */
export const blocksIn = (page: string): string[] => [...page.matchAll(BLOCK)].map(([, , name]) => name!)

/** A page with its blocks brought up to date; throws at one that is not known or does not end. */
export function withBlocks(page: string, blocks: Blocks, file: string): string {
  const started = page.split(/^ *<!-- [\w -]+: generated -->$/m).length - 1
  if (started !== blocksIn(page).length) throw new Error(`${file}: a generated block of it does not end`)
  return page.replace(BLOCK, (_, indent: string, name: string) => {
    const text = blocks[name]
    if (text === undefined) throw new Error(`${file}: there is no generated block ${JSON.stringify(name)}`)
    const lines = ['<!-- ' + name + ': generated -->', '', ...text().split('\n'), '', `<!-- /${name} -->`]
    return lines.map((line) => (line === '' ? '' : indent + line)).join('\n')
  })
}

export const code = (text: string): string => `\`${text}\``

/** A fenced block, whatever its text holds. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '-')), ...rows.map(line)].join('\n')
}
