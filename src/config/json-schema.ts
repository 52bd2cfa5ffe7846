import { z } from 'zod'
import { configSchema } from './schema.ts'

/** The JSON Schema (draft 7, which yaml-language-server reads) of the config file, as published with the package. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' })
  return {
    $schema,
    $id: 'https://unpkg.com/benchgate@1/schema.json',
    title: 'Benchgate configuration (.github/benchgate.yml)',
    ...schema,
  }
}
