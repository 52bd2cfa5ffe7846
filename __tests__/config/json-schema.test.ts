import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { configJsonSchema } from '../../src/config/json-schema.ts'

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
    $id: 'https://unpkg.com/benchgate@1/schema.json',
    type: 'object',
    additionalProperties: false,
    required: ['version'],
  })
})

it('accepts the example', () => {
  validate(example())
  expect(validate.errors).toBeNull()
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

const budget = (fields: object) => ({ version: 1, budgets: [{ match: 'a', metric: 'time', ...fields }] })

describe('refuses', () => {
  test.each<[string, unknown]>([
    ['a list', []],
    ['no version', {}],
    ['a newer version', { version: 2 }],
    ['an unknown key', { ...example(), suits: [] }],
    ['an unknown key of a budget', budget({ 'max-regresion': '5%' })],
    ['an unknown metric', budget({ metric: 'tiem' })],
    ['a key of later versions', { version: 1, command: { run: 'x' } }],
    ['a bare number', budget({ max: 5 })],
    ['a number without a unit', budget({ max: '5' })],
    ['a time for a percentage', budget({ 'max-regression': '5 ms' })],
    ['a percentage for a time', budget({ max: '5%' })],
    ['an unknown level', budget({ max: { worn: '5 ms' } })],
    ['an unknown severity', budget({ severity: 'warning' })],
    ['a waiver without a reason', { version: 1, accepted: [{ match: 'a', metric: 'time', 'up-to': '5%' }] }],
    ['an empty list of suites', { version: 1, suites: [] }],
  ])('%s', (_, data) => {
    expect(validate(data)).toBe(false)
  })
})
