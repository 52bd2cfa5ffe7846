import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ValidationConfig, validate } from '@actions/languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'

type Metadata = Awaited<
  ReturnType<NonNullable<ValidationConfig['actionsMetadataProvider']>['fetchActionMetadata']>
>

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')

/** The action of this repository, as the language service wants to know it. */
const BENCHGATE = parse(read('../action.yml')) as Metadata

/** The inputs of other actions, by the names of these, as their action.yml had them at the pinned commits. */
const OTHERS = JSON.parse(read('fixtures/actions.json')) as Record<string, string[]>

function metadataOf(owner: string, name: string): Metadata {
  if (name === 'benchgate') return BENCHGATE
  const inputs = OTHERS[`${owner}/${name}`]?.map((input) => [input, { description: '' }])
  return inputs && ({ name, description: '', inputs: Object.fromEntries(inputs) } as Metadata)
}

/** Parsed documents are cached by their address. */
let asked = 0

/** What GitHub's own parser and language service say of a workflow, as lines; empty where nothing is wrong. */
export async function workflowProblems(text: string, path = '.github/workflows/test.yml'): Promise<string[]> {
  const document = TextDocument.create(`file:///${asked++}/${path}`, 'yaml', 1, text)
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name }) => metadataOf(owner, name),
    },
  })
  return found
    .map(({ range, message }) => ({ line: range.start.line + 1, message: String(message) }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, message }) => `${path}:${line}: ${message}`)
}
