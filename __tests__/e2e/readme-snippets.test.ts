import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

// What the README shows of other tools is what the tests run.

const root = join(import.meta.dirname, '../..')
const tools = join(root, '__tests__/fixtures/config/tools')
const shown = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
  .map(([, text]) => parse(text!) as unknown)
  .flatMap((block) => (isConfig(block) ? [block] : []))

function isConfig(block: unknown): block is { command: object } {
  return (
    typeof block === 'object' && block !== null && 'command' in block && typeof block.command === 'object'
  )
}

test('the README shows a command for each language and tool that it promises', () => {
  expect(shown.length).toBeGreaterThanOrEqual(9)
})

test.each(shown.map((block) => [JSON.stringify(block.command), block] as const))(
  '%s is run by a test',
  (_, block) => {
    const run = readdirSync(tools).map(
      (file) => parse(readFileSync(join(tools, file), 'utf8')) as { command: object },
    )
    expect(run.map(({ command }) => command)).toContainEqual(block.command)
  },
)
