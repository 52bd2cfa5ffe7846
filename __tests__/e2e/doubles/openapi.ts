import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type Schema = Record<string, unknown>

interface Operation {
  path: string
  method: string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  body: { required: boolean; schema: Schema } | null
  responses: Record<string, { schema?: Schema; example?: unknown }>
}

interface Fixture {
  operations: Record<string, Operation>
  schemas: Record<string, Schema>
}

export interface MatchedRequest {
  operation: string
  path: Record<string, string>
  query: Record<string, string>
}

const fixture: Fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'github-openapi.json'), 'utf8'),
)

const withFormats = (options: ConstructorParameters<typeof Ajv>[0]): Ajv => {
  const ajv = new Ajv({ strict: false, ...options })
  addFormats.default(ajv)
  return ajv.addSchema({ $id: 'github', schemas: fixture.schemas })
}
const bodies = withFormats({ allErrors: true })
// Parameters arrive as text.
const parameters = withFormats({ allErrors: true, coerceTypes: true })

const compiled = new Map<string, ValidateFunction>()
function check(ajv: Ajv, key: string, schema: Schema, value: unknown): string | null {
  let validate = compiled.get(key)
  if (validate === undefined) {
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"github#/schemas/'))
    validate = ajv.compile(absolute)
    compiled.set(key, validate)
  }
  return validate(value) ? null : ajv.errorsText(validate.errors).slice(0, 500)
}

const routes = Object.entries(fixture.operations).map(([operation, { method, path }]) => {
  // Two parameters of GitHub's may hold slashes.
  const pattern = path.replace(/\{(path|basehead|ref)\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return { operation, method, pattern: new RegExp(`^${pattern}$`) }
})

/** The operation that a request asks for; null when GitHub describes none, or Benchgate is not known to use it. */
export function matchRequest(method: string, address: URL): MatchedRequest | null {
  for (const route of routes) {
    const groups = route.method === method ? route.pattern.exec(address.pathname)?.groups : undefined
    if (groups === undefined) continue
    const path = Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    )
    return { operation: route.operation, path, query: Object.fromEntries(address.searchParams) }
  }
  return null
}

/** What is wrong with a request, by GitHub's description. */
export function requestProblems(request: MatchedRequest, body: unknown): string[] {
  const operation = fixture.operations[request.operation]!
  const problems: string[] = []
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place !== 'path' && place !== 'query') continue
    const value = request[place][name]
    if (value === undefined) {
      if (required) problems.push(`${place} parameter ${name} is missing`)
      continue
    }
    const wrapped = { type: 'object', properties: { [name]: schema } }
    const problem = check(parameters, `${request.operation} ${place} ${name}`, wrapped, { [name]: value })
    if (problem !== null) problems.push(`${place} parameter ${problem}`)
  }
  const known = new Set(
    operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  )
  for (const name of Object.keys(request.query))
    if (!known.has(name)) problems.push(`unknown query parameter ${name}`)
  if (operation.body === null) {
    if (body !== undefined) problems.push('a body that nobody asked for')
    return problems
  }
  if (body === undefined) return operation.body.required ? [...problems, 'the body is missing'] : problems
  const { schema } = operation.body
  const problem = check(bodies, `${request.operation} body`, schema, body)
  if (problem !== null) problems.push(`body: ${problem}`)
  const properties = schema['properties'] as Schema | undefined
  for (const name of Object.keys(body as object)) {
    if (properties !== undefined && !(name in properties))
      problems.push(`unknown property ${name} in the body`)
  }
  return problems
}

/** What is wrong with an answer of the double itself, by GitHub's description. */
export function answerProblem(operation: string, status: number, body: unknown): string | null {
  const described = fixture.operations[operation]!.responses[status]
  // Every operation gives 404, described or not.
  if (described === undefined) return status === 404 ? null : `GitHub describes no answer ${status}`
  return described.schema === undefined
    ? null
    : check(bodies, `${operation} ${status}`, described.schema, body)
}

/** GitHub's own example of an answer: all that a real one has. */
export function exampleOf(operation: string, status = 200): Record<string, unknown> {
  const example = fixture.operations[operation]!.responses[status]?.example
  if (example === undefined) throw new Error(`no example of ${operation} ${status}`)
  return structuredClone(example) as Record<string, unknown>
}
