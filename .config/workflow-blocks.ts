import manifest from '../package.json' with { type: 'json' }
import {
  artifactWorkflow,
  NPM_FACTS,
  pagesWorkflow,
  type WorkflowKind,
  workflows,
} from '../src/init/workflows.ts'
import { type Blocks, fenced } from './blocks.ts'

/** The action as the docs name it: who publishes it is not known here. */
const ACTION = { uses: '<owner>/benchgate@<commit>', version: `v${manifest.version}` }

const workflow =
  (kind: WorkflowKind, at = 0) =>
  (): string =>
    fenced('yaml', workflows(NPM_FACTS, kind, ACTION)[at]!.text)

/** What `benchgate init` writes for an npm project of one package. */
export const WORKFLOWS: Blocks = {
  'workflow read-only': workflow('read-only'),
  'workflow branches': workflow('branches'),
  'workflow forks': workflow('forks'),
  'workflow forks-report': workflow('forks', 1),
  'workflow dashboard-artifact': () => fenced('yaml', artifactWorkflow(manifest.version).text),
  'workflow pages': () => fenced('yaml', pagesWorkflow(NPM_FACTS, ACTION).text),
}
