import { globSync, readFileSync } from 'node:fs'

// The formatter keeps code within its width, and leaves comments as they are: no line may be wider, but for
// texts that cannot be broken.

const { printWidth } = JSON.parse(readFileSync(new URL('oxfmt.json', import.meta.url), 'utf8')) as {
  printWidth: number
}
/**
 * A text in quotes or backticks, or a regular expression, with the line that it begins on: what the formatter
 * does not break.
 */
const UNBREAKABLE =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`?|\/(?![/*])(?:\\.|[^/\\])+\/[a-z]*/g

const files = globSync(['src/**/*.ts', '.config/*.ts', 'benchmarks/*.ts'])
if (files.length < 100) throw new Error('the sources were not found')
const wide = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (isTooWide(line) ? [`${file}:${i + 1}: ${[...line].length} columns`] : [])),
)
if (wide.length > 0) {
  process.stderr.write(`${wide.join('\n')}\n${wide.length} lines are wider than ${printWidth} columns\n`)
  process.exitCode = 1
}

function isTooWide(line: string): boolean {
  if ([...line].length <= printWidth) return false
  const isComment = /^\s*(?:\/\/|\/\*|\*)/.test(line)
  // Inside of a template nothing is broken either: such a line has no code of its own around the text.
  return isComment || [...line.replace(UNBREAKABLE, '""')].length > printWidth
}
