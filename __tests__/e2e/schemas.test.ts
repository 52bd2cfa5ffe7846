import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { configJsonSchema } from '../../src/config/schema.ts'
import { reportSchema } from '../../src/model/assessment.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

test('the published schemas are those of the sources', () => {
  expect(read('dist/schema.json')).toEqual(JSON.parse(JSON.stringify(configJsonSchema())))
  expect(read('dist/report.schema.json')).toEqual(
    JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema, { target: 'draft-7' }))),
  )
})

test('a report is valid by the published schema, and one with another field is not', () => {
  const validate = new Ajv({ strict: false }).compile(read('dist/report.schema.json') as object)
  const report = read('__tests__/golden/one-failed-one-faster/report.json') as object
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...report, extra: 1 })).toBe(false)
})
