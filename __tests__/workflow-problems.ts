import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ValidationConfig, validate } from '@actions/languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'

type Metadata = Awaited<
  ReturnType<NonNullable<ValidationConfig['actionsMetadataProvider']>['fetchActionMetadata']>
>

/** The action of this repository, as the language service wants to know it. */
const BENCHGATE = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as Metadata

/** Parsed documents are cached by their address. */
let asked = 0

/** What GitHub's own parser and language service say of a workflow, as lines; empty where nothing is wrong. */
export async function workflowProblems(text: string, path = '.github/workflows/test.yml'): Promise<string[]> {
  const document = TextDocument.create(`file:///${asked++}/${path}`, 'yaml', 1, text)
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ name }) => (name === 'benchgate' ? BENCHGATE : undefined),
    },
  })
  return (
    found
      .map(({ range, message }) => ({ line: range.start.line + 1, message: String(message) }))
      // Inputs of other actions are not known here.
      .filter(({ message }) => !message.startsWith('Unable to resolve action'))
      .sort((a, b) => a.line - b.line)
      .map(({ line, message }) => `${path}:${line}: ${message}`)
  )
}
