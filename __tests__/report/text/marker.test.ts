import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts'
import { markerOf } from '../../../src/report/text/marker.ts'
import { assessment, row } from '../sample.ts'

test('carries the key', () => {
  expect(renderMarkdown(assessment([row()]), { key: 'arm-64.v2' }).split('\n')[0]).toBe(
    '<!-- benchgate:v1 key=arm-64.v2 -->',
  )
  expect(renderMarkdown(assessment([row()]), { key: null })).toMatch(/^### /)
})

test.each(['', 'a b', '-->', 'a\n', 'x'.repeat(51), 'ключ'])('is not made of %j', (key) => {
  expect(() => markerOf(key)).toThrow('key')
})
