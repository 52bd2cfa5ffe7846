import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

// GitHub shows a form that breaks its rules to nobody, and says so only on the page of the file.

const folder = join(import.meta.dirname, '../.github/ISSUE_TEMPLATE')
const text = z.string().min(1)
const id = z.string().regex(/^[\w-]+$/)
const validations = z.strictObject({ required: z.boolean() }).optional()
const labelled = { label: text, description: text.optional() }
const formSchema = z.strictObject({
  name: text,
  description: text,
  labels: z.array(text),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
        z.strictObject({
          type: z.literal('input'),
          id,
          attributes: z.strictObject({ ...labelled, placeholder: text.optional() }),
          validations,
        }),
        z.strictObject({
          type: z.literal('textarea'),
          id,
          // GitHub ignores `render` where a file may be dropped.
          attributes: z.strictObject({ ...labelled, render: z.enum(['yaml', 'text']).optional() }),
          validations,
        }),
        z.strictObject({
          type: z.literal('dropdown'),
          id,
          attributes: z.strictObject({ ...labelled, options: z.array(text).min(1) }),
          validations,
        }),
      ]),
    )
    .min(1),
})
const forms = readdirSync(folder).map(
  (file) => [file, formSchema.parse(parse(readFileSync(join(folder, file), 'utf8')))] as const,
)
const fieldsOf = (file: string) => {
  const { body } = forms.find(([name]) => name === file)![1]
  return body.flatMap((field) => (field.type === 'markdown' ? [] : [field]))
}

test('there is a form for a bug, a wrong verdict, and another tool', () => {
  expect(forms.map(([file]) => file).sort()).toEqual(['bug.yml', 'new-tool.yml', 'wrong-verdict.yml'])
  expect(new Set(forms.map(([, { name }]) => name)).size).toBe(forms.length)
})

test.each(forms.map(([file]) => file))('the fields of %s are told apart', (file) => {
  const fields = fieldsOf(file)
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
  expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length)
})

test.each(['bug.yml', 'wrong-verdict.yml'])(
  '%s asks for version, workflow and report.json, and a file can be dropped there',
  (file) => {
    const fields = fieldsOf(file)
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['version', 'workflow', 'report']))
    // What is rendered as code takes no files.
    const report = fields.find(({ id }) => id === 'report')!
    expect(report.type === 'textarea' && report.attributes.render === undefined).toBe(true)
    expect(fields.find(({ id }) => id === 'version')!.validations).toEqual({ required: true })
  },
)
