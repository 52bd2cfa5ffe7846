import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairCommands, shownLine } from '../../src/measure/commands.ts'
import type { CommandConfig } from '../../src/model/config.ts'
import { command } from './command-stage.ts'

const runs = (pairs: ReturnType<typeof pairCommands>) => pairs.map(({ base, head }) => [base?.run, head?.run])

test('one line on both sides is one command, in whatever order', () => {
  const [a, b, c] = [command('a'), command('b'), command('c')]
  expect(runs(pairCommands([a, b, c], [c, a, b]))).toEqual([
    ['c', 'c'],
    ['a', 'a'],
    ['b', 'b'],
  ])
})

test('a line that was edited is the command that is like it', () => {
  const base = [
    command('go test -bench .', { format: 'go' }),
    command('npm run size', { format: 'size-limit' }),
  ]
  const head = [
    command('npm run sizes', { format: 'size-limit' }),
    command('go test -bench X', { format: 'go' }),
  ]
  expect(runs(pairCommands(base, head))).toEqual([
    ['npm run size', 'npm run sizes'],
    ['go test -bench .', 'go test -bench X'],
  ])
  expect(runs(pairCommands([command('old')], [command('new')]))).toEqual([['old', 'new']])
  const moved = pairCommands(
    [command('bench', { workingDirectory: 'a' }), command('bench', { workingDirectory: 'b' })],
    [command('bench', { workingDirectory: 'b' }), command('bench', { workingDirectory: 'c' })],
  )
  expect(moved.map(({ base, head }) => [base?.workingDirectory, head?.workingDirectory])).toEqual([
    ['b', 'b'],
    ['a', 'c'],
  ])
})

test('what only one side has stands alone', () => {
  expect(runs(pairCommands([command('a'), command('gone')], [command('a')]))).toEqual([
    ['a', 'a'],
    ['gone', undefined],
  ])
  expect(runs(pairCommands([], [command('new')]))).toEqual([[undefined, 'new']])
})

test('a command is known by its line, in one line and not too long', () => {
  const [pair] = pairCommands(
    [command('old')],
    [command('  go test \\\n  -bench .\n', { workingDirectory: 'api' })],
  )
  expect(pair!.suite).toBe('api: go test \\ -bench .')
  expect(shownLine('x'.repeat(100))).toBe('x'.repeat(100))
  expect(shownLine('x'.repeat(101))).toBe(`${'x'.repeat(99)}…`)
  // Half of a character is none.
  expect(shownLine('💡'.repeat(101))).toBe(`${'💡'.repeat(99)}…`)
})

const anyCommand = fc
  .record({
    run: fc.constantFrom('x', 'x (2)', 'x (3)', 'y', ' x', `${'z'.repeat(120)}1`, `${'z'.repeat(120)}2`),
    format: fc.constantFrom(null, 'go'),
    workingDirectory: fc.constantFrom(null, 'w'),
    namePrefix: fc.constantFrom('', 'p/'),
  })
  .map(({ run, ...more }) => command(run, more))
const side = fc.array(anyCommand, { maxLength: 8 })

const keyed = (commands: readonly (CommandConfig | null)[]) =>
  commands.flatMap((one) => (one === null ? [] : [JSON.stringify(one)])).sort()

test('every command stands once, under a name of its own, as many in pairs as there can be', () => {
  fc.assert(
    fc.property(side, side, (base, head) => {
      const pairs = pairCommands(base, head)
      expect(keyed(pairs.map((pair) => pair.base))).toEqual(keyed(base))
      expect(pairs.flatMap((pair) => pair.head ?? [])).toEqual(head)
      expect(pairs).toHaveLength(Math.max(base.length, head.length))
      expect(new Set(pairs.map(({ suite }) => suite)).size).toBe(pairs.length)
    }),
  )
})

test('equal commands are paired with each other', () => {
  fc.assert(
    fc.property(side, side, (base, head) => {
      const same = (a: CommandConfig, b: CommandConfig) =>
        a.run === b.run && a.workingDirectory === b.workingDirectory && a.namePrefix === b.namePrefix
      const apart = pairCommands(base, head).filter(
        (pair) => !pair.base || !pair.head || !same(pair.base, pair.head),
      )
      for (const { base: one } of apart) {
        for (const { head: other } of apart) if (one && other) expect(same(one, other)).toBe(false)
      }
    }),
  )
})

test('of several lines that were all edited each goes with the one that it is nearest to', () => {
  const base = [command('node tool.mjs m.json'), command('node tool.mjs n.json')]
  const head = [
    command('node other.mjs'),
    command('node tool.mjs --fast n.json'),
    command('node tool.mjs --fast m.json'),
  ]
  expect(runs(pairCommands(base, head))).toEqual([
    [undefined, 'node other.mjs'],
    ['node tool.mjs n.json', 'node tool.mjs --fast n.json'],
    ['node tool.mjs m.json', 'node tool.mjs --fast m.json'],
  ])
})

test('no command goes by the name of a suite', () => {
  const [pair] = pairCommands([], [command('bench/a.bench.ts')], ['bench/a.bench.ts'])
  expect(pair!.suite).toBe('bench/a.bench.ts (2)')
})
