import { marked } from 'marked'

// What version 4 does beside the work itself, and later ones no longer.
marked.setOptions({ mangle: false, headerIds: false })

const repeat = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join('\n')
const sentence = (i) => `The ${i} quick *brown* foxes **jump** over \`${i}\` lazy dogs, ~~not~~ cats.`
const texts = {
  headings: repeat(20, (i) => `${'#'.repeat((i % 6) + 1)} Heading ${i}\n`),
  paragraphs: repeat(10, (i) => `${sentence(i)}\n${sentence(i + 1)}\n`),
  lists: repeat(12, (i) => `- item ${i}\n  - below it ${i}\n    1. and below that`),
  tables: `| a | b | c |\n| --- | :-: | --: |\n${repeat(20, (i) => `| ${i} | *${i}* | \`${i}\` |`)}`,
  code: repeat(8, (i) => `\`\`\`js\nconst a${i} = [${i}, "<b>"]\nif (a${i} > 1 && true) run()\n\`\`\`\n`),
  links: repeat(
    12,
    (i) => `[text ${i}](https://example.com/${i} "title") and ![image][ref${i}]\n\n[ref${i}]: /image-${i}.png\n`,
  ),
  quotes: repeat(10, (i) => `> quoted ${i}\n> > twice *${i}*\n`),
}
const document = Object.values(texts).join('\n\n')

export const cases = {
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, () => marked.parse(text)])),
  lexer: () => marked.lexer(document),
  document: () => marked.parse(document),
}
