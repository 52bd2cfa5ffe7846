import { z } from 'zod'
import { configSchema } from './schema.ts'

/** Where a release of the package has the schema; users name it to their editors. */
const SCHEMA_URL = 'https://unpkg.com/benchgate@0/dist/schema.json'

/** The JSON Schema (draft 7, which yaml-language-server reads) of the config file, as published with the package. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' })
  return {
    $schema,
    $id: SCHEMA_URL,
    title: 'Benchgate configuration (.github/benchgate.yml)',
    ...schema,
  }
}
