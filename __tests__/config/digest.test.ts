import { expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { configDigest } from '../../src/config/digest.ts'
import type { CommandConfig, Config } from '../../src/model/config.ts'

const command: CommandConfig = {
  run: './bench',
  format: null,
  output: null,
  setup: null,
  workingDirectory: null,
  namePrefix: '',
}
const digest = (change: Partial<CommandConfig>) =>
  configDigest({ ...DEFAULT_CONFIG, commands: [{ ...command, ...change }] })

test('suites alone keep the digest that their stored runs have', () => {
  expect(configDigest(DEFAULT_CONFIG)).toBe('e979f55fda79fbd8')
})

test('the window, the arguments of node and its threads are part of what a time means, the time limit is not', () => {
  const of = (measure: Partial<Config['measure']>) =>
    configDigest({ ...DEFAULT_CONFIG, measure: { ...DEFAULT_CONFIG.measure, ...measure } })
  const changes = [{}, { timePerBenchmarkMs: 77 }, { nodeArgs: ['--no-opt'] }, { nodeThreads: true }]
  expect(new Set(changes.map(of)).size).toBe(changes.length)
  expect(of({ timeLimitMs: 1 })).toBe(of({}))
})

test('what a command runs and reads is part of the meaning, how it is built and called is not', () => {
  const all = [{}, { run: 'make bench' }, { format: 'go' }, { output: 'a.json' }, { workingDirectory: 'a' }]
  const digests = [configDigest(DEFAULT_CONFIG), ...all.map(digest)]
  expect(new Set(digests).size).toBe(digests.length)
  expect(digest({ setup: 'make', namePrefix: 'go/' })).toBe(digest({}))
})
