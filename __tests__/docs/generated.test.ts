import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blocksIn, withBlocks } from '../../.config/blocks.ts'
import { docBlocks, docPages } from '../../.config/interface.ts'
import { ROOT } from './pages.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const blocks = await docBlocks()

test.each(docPages())('the generated blocks of %s are up to date', (file) => {
  expect(withBlocks(read(file), blocks, file)).toBe(read(file))
})

test('docs/reference.md has every block that is made of the code, and docs/tools every one of a tool', () => {
  const used = docPages().flatMap((file) => blocksIn(read(file)))
  const made = Object.keys(blocks).filter((name) => !/^(workflow|sample) /.test(name))
  expect(made.filter((name) => !used.includes(name))).toEqual([])
})

test('a block is filled, in a list too, and nothing else is touched', () => {
  const page = 'a\n\n1. b\n\n   <!-- x y: generated -->\n   old\n   <!-- /x y -->\n\nc $& $1\n'
  const filled = withBlocks(page, { 'x y': () => 'new $&\n\nline' }, 'p.md')
  expect(filled).toBe(
    'a\n\n1. b\n\n   <!-- x y: generated -->\n\n   new $&\n\n   line\n\n   <!-- /x y -->\n\nc $& $1\n',
  )
  expect(withBlocks(filled, { 'x y': () => 'new $&\n\nline' }, 'p.md')).toBe(filled)
})

test('a block that is not known, or does not end, is refused', () => {
  expect(() => withBlocks('<!-- x: generated -->\n<!-- /x -->\n', {}, 'p.md')).toThrow(
    'p.md: there is no generated block "x"',
  )
  expect(() => withBlocks('<!-- x: generated -->\n<!-- /y -->\n', {}, 'p.md')).toThrow(
    'p.md: a generated block of it does not end',
  )
})
