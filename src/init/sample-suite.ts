import type { Project } from './project.ts'
import type { NewFile } from './workflows.ts'

const SAMPLE = `import { bench, group, run } from 'mitata'

// Two benchmarks to start with. Replace them with calls to your own code. Return the result, so that the
// work cannot be optimised away. What is prepared outside of the function is not measured.
const numbers = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009)
const text = JSON.stringify(numbers)

group('sample', () => {
  bench('sort', () => numbers.toSorted((a, b) => a - b))
  bench('parse', () => JSON.parse(text))
})

await run()
`

/** A suite for a project that measures nothing yet, in the language that it is written in. */
export function sampleSuite(project: Project): NewFile {
  const kind = project.node?.isTypeScript ? 'ts' : 'js'
  const ending = project.node?.isModule ? kind : `m${kind}`
  // A project may have this folder by one of its other names.
  const folder = ['benchmarks', 'bench', 'benchmark', 'benches'].find((name) =>
    project.files.some((file) => file.startsWith(`${name}/`)),
  )
  return { path: `${folder ?? 'benchmarks'}/sample.bench.${ending}`, text: SAMPLE }
}

/** The line that adds mitata, for editors and for running suites by themselves; null: it is there. */
export function addMitata({ node }: Project): string | null {
  if (node === null) return null
  const has = ['dependencies', 'devDependencies'].some((field) =>
    Object.hasOwn((node.manifest[field] ?? {}) as object, 'mitata'),
  )
  const add = {
    npm: 'npm install --save-dev',
    pnpm: 'pnpm add --save-dev',
    yarn: 'yarn add --dev',
    bun: 'bun add --dev',
  }
  return has ? null : `${add[node.manager]} mitata`
}
