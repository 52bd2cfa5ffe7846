import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { configJsonSchema } from '../../src/config/schema.ts'
import { DOCS } from '../docs/pages.ts'

const schema = configJsonSchema()
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema)

const example = (): Record<string, unknown> =>
  parse(readFileSync(new URL('../fixtures/config/example.yml', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >

it('is draft 7 under a name', () => {
  expect(schema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: expect.any(String),
    type: 'object',
    additionalProperties: false,
    required: ['version'],
  })
})

it('has the address that the docs give to editors, where the package of this version holds it', () => {
  const shown = DOCS.flatMap(({ text }) => [...text.matchAll(/^ *# yaml-language-server: \$schema=(.*)$/gm)])
  expect(new Set(shown.map(([, address]) => address))).toEqual(new Set([schema['$id']]))
  const { name, version, exports, files } = manifest
  expect(schema['$id']).toBe(`https://unpkg.com/${name}@${version.split('.')[0]}/dist/schema.json`)
  expect(files).toContain('dist')
  expect(exports).toHaveProperty(['./dist/*.json'])
})

it('accepts the example', () => {
  validate(example())
  expect(validate.errors).toBeNull()
})

const budget = (fields: object) => ({ version: 1, budgets: [{ match: 'a', metric: 'time', ...fields }] })
const command = (fields: object) => ({ version: 1, command: { run: './bench', ...fields } })

describe('accepts', () => {
  test.each<[string, unknown]>([
    ['a command', command({ format: 'go', output: 'a.json', setup: 'make', 'name-prefix': 'go/' })],
    ['several commands', { version: 1, command: [{ run: 'a' }, { run: 'b', 'working-directory': 'c' }] }],
    ['directions of metrics', { version: 1, metrics: { fps: { better: 'higher' } } }],
    ["a tool's metric", budget({ metric: 'hit-rate', min: '90%' })],
    ['a bare number', budget({ metric: 'allocs', max: 1200 })],
    ['a bare number as a text', budget({ metric: 'allocs', max: { warn: '1200', fail: 1300 } })],
    ['an amount of memory', budget({ metric: 'bytes', max: '64 KiB' })],
    ['an anchor', { version: 1, baseline: { anchor: { tag: 'v*', every: 1000 } } }],
    ["a tool's unit", budget({ metric: 'frames', max: '40 frames' })],
  ])('%s', (_, data) => {
    validate(data)
    expect(validate.errors).toBeNull()
  })
})

it('describes every key for editors', () => {
  const undescribed: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries((node as { properties?: object }).properties ?? {})) {
      if (typeof (child as { description?: unknown }).description !== 'string')
        undescribed.push(`${path}/${key}`)
    }
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`)
  }
  visit(schema, '')
  expect(undescribed).toEqual([])
})

describe('refuses', () => {
  test.each<[string, unknown]>([
    ['a list', []],
    ['no version', {}],
    ['a newer version', { version: 2 }],
    ['an unknown key', { ...example(), suits: [] }],
    ['an unknown key of a budget', budget({ 'max-regresion': '5%' })],
    ['a metric without a name', budget({ metric: '' })],
    ['a key of later versions', { version: 1, dashboard: { title: 'x' } }],
    ['a negative number', budget({ max: -5 })],
    ['a negative amount', budget({ max: '-5 ms' })],
    ['a decimal comma', budget({ max: '1,5 ms' })],
    ['an exponent', budget({ max: '1e3 ms' })],
    ['a time for a percentage', budget({ 'max-regression': '5 ms' })],
    ['a bare number for a percentage', budget({ 'max-regression': 5 })],
    ['a command without its line', { version: 1, command: { format: 'go' } }],
    ['a command as a text', { version: 1, command: 'go test' }],
    ['an empty list of commands', { version: 1, command: [] }],
    ['an unknown format', command({ format: 'golang' })],
    ['an unknown key of a command', command({ outptu: 'a' })],
    ['another direction', { version: 1, metrics: { fps: { better: 'up' } } }],
    ['an unknown level', budget({ max: { worn: '5 ms' } })],
    ['an unknown severity', budget({ severity: 'warning' })],
    ['a waiver without a reason', { version: 1, accepted: [{ match: 'a', metric: 'time', 'up-to': '5%' }] }],
    ['an anchor that is measured at no push', { version: 1, baseline: { anchor: { tag: 'v*', every: 0 } } }],
    ['one after too many', { version: 1, baseline: { anchor: { tag: 'v*', every: 1001 } } }],
    ['one that never says when', { version: 1, baseline: { anchor: { tag: 'v*' } } }],
    ['one with an unknown key', { version: 1, baseline: { anchor: { tag: 'v*', every: 1, ref: 'a' } } }],
    ['an empty list of suites', { version: 1, suites: [] }],
  ])('%s', (_, data) => {
    expect(validate(data)).toBe(false)
  })
})
