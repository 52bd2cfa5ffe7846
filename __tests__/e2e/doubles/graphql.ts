/**
 * The part of GitHub's GraphQL schema that Benchgate speaks, and enough of the language to hold a query against it: GitHub
 * publishes no description of it that ajv could check.
 */

interface Field {
  type: string
  args?: Record<string, string>
}

/** From https://docs.github.com/graphql/reference; a type that is not listed is a leaf. */
const TYPES: Record<string, Record<string, Field>> = {
  Query: {
    repository: { type: 'Repository', args: { owner: 'String!', name: 'String!' } },
    nodes: { type: 'Node', args: { ids: '[ID!]!' } },
  },
  Mutation: {
    createCommitOnBranch: {
      type: 'CreateCommitOnBranchPayload',
      args: { input: 'CreateCommitOnBranchInput!' },
    },
  },
  Repository: { ref: { type: 'Ref', args: { qualifiedName: 'String!' } } },
  Ref: { target: { type: 'GitObject' } },
  GitObject: { oid: { type: 'GitObjectID!' } },
  Commit: {
    oid: { type: 'GitObjectID!' },
    history: { type: 'CommitHistoryConnection', args: { first: 'Int', path: 'String' } },
  },
  CommitHistoryConnection: { nodes: { type: 'Commit' } },
  Node: { id: { type: 'ID!' } },
  Issue: { id: { type: 'ID!' }, viewerDidAuthor: { type: 'Boolean!' } },
  IssueComment: { id: { type: 'ID!' }, viewerDidAuthor: { type: 'Boolean!' } },
  CreateCommitOnBranchPayload: { commit: { type: 'Commit' } },
}

/** Which objects a fragment on a type may be about. */
const IMPLEMENTATIONS: Record<string, string[]> = {
  Node: ['Issue', 'IssueComment', 'Commit'],
  GitObject: ['Commit'],
}

interface Selection {
  field: string
  args: Record<string, unknown>
  /** Empty for a leaf. */
  selections: Selection[]
  /** The type of a fragment that it stands in. */
  on: string | null
}

export interface Query {
  kind: 'query' | 'mutation'
  selections: Selection[]
}

/** Values of fields by name: a value, or a function of the field's arguments. */
export type Resolver = { [field: string]: unknown }

/** The query with its variables put in; throws what GitHub would complain about. */
export function parseQuery(text: string, variables: Record<string, unknown>): Query {
  const tokens = text.match(/\.\.\.|[A-Za-z_]\w*|\$\w+|\d+|"[^"]*"|[{}()[\]:!,]/g) ?? []
  if (tokens.join('').length !== text.replace(/\s/g, '').length)
    throw new Error('unknown characters in the query')
  let at = 0
  const peek = () => tokens[at]
  const next = () => tokens[at++] ?? 'the end'
  const expect = (wanted: string) => {
    const got = next()
    if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`)
  }

  const kind = next()
  if (kind !== 'query' && kind !== 'mutation') throw new Error(`expected query or mutation, got ${kind}`)
  const declared: Record<string, string> = {}
  const used = new Set<string>()
  if (peek() === '(') {
    next()
    while (peek() !== ')') {
      const name = next().slice(1)
      expect(':')
      let type = ''
      while (!peek()?.startsWith('$') && peek() !== ')' && peek() !== ',') type += next()
      if (peek() === ',') next()
      declared[name] = type
      if (type.endsWith('!') && variables[name] == null)
        throw new Error(`variable $${name} of ${type} is not given`)
    }
    next()
  }
  for (const name of Object.keys(variables))
    if (!(name in declared)) throw new Error(`variable $${name} is not declared`)

  const argumentOf = (type: string): unknown => {
    const token = next()
    if (!token.startsWith('$')) return /^\d+$/.test(token) ? Number(token) : token.replaceAll('"', '')
    const name = token.slice(1)
    if (declared[name]?.replace(/!$/, '') !== type.replace(/!$/, '')) {
      throw new Error(`$${name} is of ${declared[name]}, ${type} is wanted`)
    }
    used.add(name)
    return variables[name]
  }

  const selectionsOf = (type: string, on: string | null): Selection[] => {
    expect('{')
    const selections: Selection[] = []
    while (peek() !== '}') {
      if (peek() === '...') {
        next()
        expect('on')
        const target = next()
        if (!IMPLEMENTATIONS[type]?.includes(target)) throw new Error(`a ${type} is never a ${target}`)
        selections.push(...selectionsOf(target, target))
        continue
      }
      const name = next()
      const field = TYPES[type]?.[name]
      if (field === undefined) throw new Error(`Field '${name}' doesn't exist on type '${type}'`)
      const args: Record<string, unknown> = {}
      if (peek() === '(') {
        next()
        while (peek() !== ')') {
          const argument = next()
          expect(':')
          const wanted = field.args?.[argument]
          if (wanted === undefined) throw new Error(`Field '${name}' doesn't accept argument '${argument}'`)
          args[argument] = argumentOf(wanted)
          if (peek() === ',') next()
        }
        next()
      }
      for (const [argument, wanted] of Object.entries(field.args ?? {})) {
        if (wanted.endsWith('!') && args[argument] == null)
          throw new Error(`Field '${name}' lacks argument '${argument}'`)
      }
      const isObject = field.type in TYPES
      if (isObject !== (peek() === '{'))
        throw new Error(
          `Field '${name}' of ${field.type}: selections ${isObject ? 'are missing' : 'on a leaf'}`,
        )
      selections.push({ field: name, args, selections: isObject ? selectionsOf(field.type, null) : [], on })
    }
    next()
    return selections
  }

  const selections = selectionsOf(kind === 'query' ? 'Query' : 'Mutation', null)
  if (at < tokens.length) throw new Error('something follows the query')
  for (const name of Object.keys(declared))
    if (!used.has(name)) throw new Error(`variable $${name} is declared but not used`)
  return { kind, selections }
}

/** The answer to the selections from what the resolver holds. */
export function select(selections: readonly Selection[], resolver: unknown): unknown {
  if (resolver === null || resolver === undefined) return null
  if (Array.isArray(resolver)) return resolver.map((item) => select(selections, item))
  const object = resolver as Resolver
  const answer: Record<string, unknown> = {}
  for (const { field, args, selections: inner, on } of selections) {
    if (on !== null && object['__typename'] !== on) continue
    const held = object[field]
    const value: unknown = typeof held === 'function' ? held(args) : held
    answer[field] = inner.length > 0 ? select(inner, value) : (value ?? null)
  }
  return answer
}
