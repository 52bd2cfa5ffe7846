import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../../src/ingest/forms/embedded-json.ts'

const found = (text: string) => jsonPieces(text).pieces.map(({ json, whereabouts }) => [json, whereabouts()])

describe('JSON among other lines', () => {
  it('is found with the lines that it has', () => {
    expect(found('driver: none\n[info] 3 plugins {ok}\n\n{\n "a": [1]\n}bye\n')).toEqual([
      [{ a: [1] }, 'read from lines 4 to 6, which are JSON; 3 lines beside are left out'],
    ])
    expect(found('Compiling...\r\n  [{"a":1}]')).toEqual([
      [[{ a: 1 }], 'read from line 2, which is JSON; 1 line beside is left out'],
    ])
  })

  it('may hold brackets in strings, and bare NaN', () => {
    expect(found('x\n{"a": "]}\\"{", "b": nan, "c": -inf}\n')[0]![0]).toEqual({
      a: ']}"{',
      b: Infinity,
      c: Infinity,
    })
  })

  it('is none in lines that only look like it', () => {
    const log = '[info] a\n[12:30:01] b\n[2026-01-01 10:00] c\n[ 50%] d\n{braces}\n[1/3] e\n{"open'
    expect(jsonPieces(log)).toEqual({ pieces: [], problem: null })
  })

  it('is not looked for in what was cut off or is broken', () => {
    expect(jsonPieces('x\n[\n{"a": 1},\n{"a": 2}')).toEqual({
      pieces: [],
      problem: 'JSON begins in line 2, but it ends in the middle, as a truncated file does',
    })
    expect(jsonPieces('x\n{"a": 1,}\n')).toEqual({
      pieces: [],
      problem: 'JSON begins in line 2, but it is broken',
    })
  })

  it('is found whatever is around it', () => {
    const line = fc.string({ maxLength: 20 }).filter((text) => !/^\s*[[{]|[\n\r]/.test(text))
    fc.assert(
      fc.property(fc.array(line), fc.json(), fc.array(line), (above, json, below) => {
        fc.pre(/^[[{]/.test(json))
        const pieces = found([...above, json, ...below].join('\n'))
        expect(pieces.map(([value]) => value)).toEqual([JSON.parse(json)])
      }),
    )
  })

  it('is looked for in bounded time', () => {
    for (const hostile of ['{"a":\n', '[\n', '[1]\n', '{}\n', ' '.repeat(50), '"\\', '[[[[{']) {
      expect(jsonPieces(`x\n${hostile.repeat(200_000)}`).pieces.length).toBeLessThanOrEqual(20)
    }
  })
})
