/**
 * Writes `__tests__/fixtures/github-openapi.json`: of GitHub's own description of its API, the operations that Benchgate
 * uses and the schemas that they reach, as JSON Schema and without prose.
 *
 *   mkdir /tmp/openapi && cd /tmp/openapi && npm init -y && npm install @octokit/openapi@23
 *   node __tests__/e2e/doubles/openapi-fixture.ts /tmp/openapi/node_modules/@octokit/openapi
 *
 * The package is 385 MB unpacked, which is why it is no dependency.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const OPERATIONS = [
  'actions/download-artifact',
  'actions/list-workflow-run-artifacts',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update',
  'issues/update-comment',
  'pulls/list',
  'pulls/list-files',
  'repos/compare-commits-with-basehead',
  'repos/get-branch',
  'repos/get-branch-rules',
  'repos/get-content',
]
const PROSE = new Set([
  'description',
  'title',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'default',
])

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Node = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- a document of 13 MB without types

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node openapi-fixture.ts <folder of @octokit/openapi>')
const document: Node = JSON.parse(await readFile(join(folder, 'generated', 'api.github.com.json'), 'utf8'))
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))

const schemas: Record<string, Json> = {}
const operations: Record<string, Json> = {}
for (const [path, methods] of Object.entries<Node>(document['paths'])) {
  for (const [method, operation] of Object.entries<Node>(methods)) {
    if (OPERATIONS.includes(operation['operationId'])) {
      operations[operation['operationId']] = describe(path, method, operation)
    }
  }
}
const missing = OPERATIONS.filter((id) => operations[id] === undefined)
if (missing.length > 0) throw new Error(`the description lacks ${missing.join(', ')}`)

const fixture = {
  source: `@octokit/openapi ${version}, api.github.com.json`,
  operations: sorted(operations),
  schemas: sorted(schemas),
}
const file = join(import.meta.dirname, '..', '..', 'fixtures', 'github-openapi.json')
await writeFile(file, `${JSON.stringify(fixture, null, 1)}\n`)

function describe(path: string, method: string, operation: Node): Json {
  const body = resolved(operation['requestBody'])
  const bodySchema = body?.['content']?.['application/json']?.['schema']
  return {
    path,
    method: method.toUpperCase(),
    parameters: (operation['parameters'] ?? []).map((reference: Node) => {
      const parameter = resolved(reference)!
      return {
        name: parameter['name'],
        in: parameter['in'],
        required: parameter['required'] === true,
        schema: schemaOf(parameter['schema']),
      }
    }),
    body:
      bodySchema === undefined
        ? null
        : { required: body?.['required'] === true, schema: schemaOf(bodySchema) },
    responses: Object.fromEntries(
      Object.entries<Node>(operation['responses']).map(([status, reference]) => {
        const content = resolved(reference)?.['content']?.['application/json']
        const example = resolved(Object.values<Node>(content?.['examples'] ?? {})[0])
        return [
          status,
          content === undefined
            ? {}
            : {
                schema: schemaOf(content['schema']),
                // What a whole answer looks like; answers of the double are made from it.
                ...(status.startsWith('2') && example !== undefined && { example: example['value'] }),
              },
        ]
      }),
    ),
  }
}

function resolved(node: Node | undefined): Node | undefined {
  if (typeof node?.['$ref'] !== 'string') return node
  return node['$ref']
    .split('/')
    .slice(1)
    .reduce((at: Node, key: string) => at[key], document)
}

/** An OpenAPI 3.0 schema as JSON Schema; the components that it names join `schemas`. */
function schemaOf(node: Node): Json {
  if (Array.isArray(node)) return node.map(schemaOf)
  if (typeof node !== 'object' || node === null) return node
  if (typeof node['$ref'] === 'string') {
    const name = node['$ref'].split('/').at(-1)!
    if (schemas[name] === undefined) {
      // Named first: some refer to themselves.
      schemas[name] = {}
      schemas[name] = schemaOf(resolved(node)!)
    }
    return { $ref: `#/schemas/${name}` }
  }
  const plain: Record<string, Json> = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'nullable' || key.startsWith('x-') || PROSE.has(key)) continue
    plain[key] =
      key === 'properties' && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries<Node>(value).map(([name, property]) => [name, schemaOf(property)]),
          )
        : key === 'enum' || key === 'required'
          ? value
          : schemaOf(value)
  }
  return node['nullable'] === true ? { anyOf: [{ type: 'null' }, plain] } : plain
}

function sorted(record: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
