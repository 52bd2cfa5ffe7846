import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { type CheckResult, examine } from '../../src/doctor/check.ts'
import { type Context, openContext } from '../../src/doctor/context.ts'
import { EFFECT_CHECKS } from '../../src/doctor/effect-checks.ts'
import { HANDOVER_CHECKS } from '../../src/doctor/handover-checks.ts'
import { RIGHTS_CHECKS } from '../../src/doctor/rights-checks.ts'
import { WIRING_CHECKS, WORKFLOW_CHECK } from '../../src/doctor/wiring-checks.ts'
import { readWorkflows } from '../../src/doctor/workflow.ts'
import { planInit } from '../../src/init/plan.ts'
import { lookAtProject } from '../../src/init/project.ts'
import { findTools } from '../../src/init/tools.ts'
import { WORKFLOW_KINDS } from '../../src/init/workflows.ts'
import type { Repository } from '../../src/git/repository.ts'
import { BRANCHES, FORKS, GATE, READ_ONLY, REPORT, Setup } from './right-setup.ts'

type Files = Readonly<Record<string, string>>

/** What the checks of workflows say of files, without those that are right or moot. */
async function findings(files: Files, more: Partial<Context> = {}): Promise<CheckResult[]> {
  const root = mkdtempSync(join(tmpdir(), 'benchgate-workflows-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const workflows = await readWorkflows(root)
  const context = { workflows, config: DEFAULT_CONFIG, repository: { root, prefix: '' }, ...more } as Context
  const results = await examine(context, [
    WORKFLOW_CHECK,
    ...EFFECT_CHECKS,
    ...RIGHTS_CHECKS,
    ...WIRING_CHECKS,
    ...HANDOVER_CHECKS,
  ])
  return results.filter(({ status }) => status !== 'ok' && status !== 'skipped')
}

const said = async (files: Files, more: Partial<Context> = {}): Promise<string[]> =>
  (await findings(files, more)).map(
    ({ id, status, detail, place }) => `${id} ${status}: ${detail} (${place})`,
  )

/** Files with texts replaced, each of the the the which has to be there. */
function edited(files: Files, ...edits: [file: string, before: string, after: string][]): Files {
  const all = { ...files }
  for (const [file, before, after] of edits) {
    expect(all[file]).toContain(before)
    all[file] = all[file]!.replace(before, () => after)
  }
  return all
}

const STEP = '      - uses: octo/benchgate@'

describe('what is wrong with workflows', () => {
  const rows: [name: string, files: Files, found: string[]][] = [
    ['nothing', FORKS, []],
    [
      'no workflow',
      {},
      [
        'workflows warning: no file in .github/workflows uses Benchgate, so no pull request is measured (null)',
      ],
    ],
    [
      'no workflow uses it',
      { '.github/workflows/ci.yml': 'on: push\njobs: {}\n' },
      [
        'workflows warning: no file in .github/workflows uses Benchgate, so no pull request is measured (null)',
      ],
    ],
    [
      'a workflow that is no YAML',
      { [GATE]: `${BRANCHES[GATE]}  - [\n` },
      [
        'workflows failure: this is not valid YAML: a block sequence may not be used as an implicit map key (.github/workflows/benchgate.yml:25:1)',
      ],
    ],
    [
      'permissions of the workflow hold for its jobs',
      edited(READ_ONLY, [GATE, 'contents: read', 'issues: read']),
      [
        'right-contents failure: the job `benchgate` lacks the permission `contents: read`, without which a private repository cannot be checked out (.github/workflows/benchgate.yml:5:1)',
      ],
    ],
    [
      'a job without rights',
      edited(READ_ONLY, [GATE, 'permissions:\n  contents: read', 'permissions: {}']),
      [
        'right-contents failure: the job `benchgate` lacks the permission `contents: read`, without which a private repository cannot be checked out (.github/workflows/benchgate.yml:5:1)',
      ],
    ],
    [
      'rights that nothing states',
      edited(READ_ONLY, [GATE, 'permissions:\n  contents: read\n', '']),
      [
        'stated-rights warning: the job `benchgate` has no `permissions:`, so that a setting of the repository decides what its token may do (.github/workflows/benchgate.yml:6:3)',
      ],
    ],
    [
      'write-all',
      edited(READ_ONLY, [GATE, 'permissions:\n  contents: read', 'permissions: write-all']),
      [
        'stated-rights warning: the job `benchgate` has permission to write everything, and so has the code that it measures (.github/workflows/benchgate.yml:5:1)',
      ],
    ],
    [
      'read-all is enough to measure',
      edited(READ_ONLY, [GATE, 'permissions:\n  contents: read', 'permissions: read-all']),
      [],
    ],
    [
      'issues: write is enough for a comment',
      edited(BRANCHES, [GATE, 'pull-requests: write', 'issues: write']),
      [],
    ],
    [
      'a job that only reads wants to comment',
      edited(READ_ONLY, [GATE, 'comment: never', 'comment: always']),
      [
        'right-pull-requests failure: the job `benchgate` lacks the permission `pull-requests: write`, without which there is no comment (.github/workflows/benchgate.yml:5:1)',
        'right-checks warning: the job `benchgate` lacks the permission `checks: write`, without which there is no check run `benchgate` to require in a ruleset (.github/workflows/benchgate.yml:5:1)',
      ],
    ],
    [
      'the report job lacks rights',
      edited(
        FORKS,
        [REPORT, '      actions: read\n', ''],
        [REPORT, '      pull-requests: write\n', ''],
        [REPORT, '      contents: read\n', ''],
        [REPORT, '      checks: write\n', ''],
      ),
      [
        "right-contents failure: the job `report` lacks the permission `contents: read`, without which base's config file cannot be read (.github/workflows/benchgate-report.yml:15:5)",
        'right-pull-requests failure: the job `report` lacks the permission `pull-requests: write`, without which there is no comment (.github/workflows/benchgate-report.yml:15:5)',
        'right-checks warning: the job `report` lacks the permission `checks: write`, without which there is no check run `benchgate` to require in a ruleset (.github/workflows/benchgate-report.yml:15:5)',
        'right-actions failure: the job `report` lacks the permission `actions: read`, without which it cannot read what the other workflow measured (.github/workflows/benchgate-report.yml:15:5)',
      ],
    ],
    [
      'mode: gate on push stores nothing',
      edited(
        READ_ONLY,
        [GATE, '  merge_group:\n', '  push:\n'],
        [GATE, 'comment: never', 'comment: never\n          mode: gate'],
      ),
      [],
    ],
    [
      'pull_request_target in a list',
      edited(READ_ONLY, [GATE, 'on:\n  pull_request:\n  merge_group:\n', 'on: [pull_request_target]\n']),
      [
        'pull-request-target failure: `pull_request_target` runs with a token that can write and with the secrets of the repository, so Benchgate refuses to measure there (.github/workflows/benchgate.yml:2:1)',
      ],
    ],
    [
      'credentials where forks are kept out',
      edited(
        READ_ONLY,
        [GATE, '        with:\n          persist-credentials: false\n', ''],
        [
          GATE,
          '    runs-on',
          '    if: github.event.pull_request.head.repo.full_name == github.repository\n    runs-on',
        ],
      ),
      [],
    ],
    [
      'credentials beside a command',
      edited(
        READ_ONLY,
        [GATE, '        with:\n          persist-credentials: false\n', ''],
        [
          GATE,
          `${STEP}${'b'.repeat(40)}\n        with:\n          comment: never\n`,
          '      - run: npx benchgate check\n',
        ],
      ),
      [
        'persisted-credentials failure: actions/checkout leaves its token on disk in the job `benchgate`, where the code of a pull request can read it (.github/workflows/benchgate.yml:12:9)',
      ],
    ],
    [
      'the code of a pull request in the report job',
      edited(FORKS, [
        REPORT,
        '    steps:\n',
        '    steps:\n      - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8\n        with:\n          ref: ${{ github.event.workflow_run.head_sha }}\n',
      ]),
      [
        'foreign-code failure: the job `report` has a token that can write and checks out the code of a pull request (.github/workflows/benchgate-report.yml:23:11)',
      ],
    ],
    [
      'the placeholder of the documentation',
      edited(READ_ONLY, [GATE, `octo/benchgate@${'b'.repeat(40)}`, '<owner>/benchgate@<commit>']),
      [
        'pinned-actions failure: `<owner>/benchgate@<commit>` is a placeholder from the documentation (.github/workflows/benchgate.yml:19:15)',
      ],
    ],
    [
      'an image with and without its digest',
      edited(READ_ONLY, [
        GATE,
        '      - run: npm ci\n',
        `      - uses: docker://alpine:3\n      - uses: docker://alpine@sha256:${'c'.repeat(64)}\n`,
      ]),
      [
        'pinned-actions warning: `docker://alpine:3` is a tag or branch, which can be moved to other code (.github/workflows/benchgate.yml:18:15)',
      ],
    ],
    [
      'unknown and wrong inputs',
      edited(READ_ONLY, [
        GATE,
        'comment: never',
        'comment: never\n          bugdet: 5%\n          fail-on: sometimes\n          key: ${{ github.job }}\n          format: gotest',
      ]),
      [
        'inputs failure: there is no input `bugdet`, so it has no effect (.github/workflows/benchgate.yml:22:11)',
        'inputs failure: fail-on: is "sometimes", and may be fail, warn, never (.github/workflows/benchgate.yml:23:11)',
        'inputs failure: format: is "gotest", and may be mitata, vitest, custom, go, pytest-benchmark, criterion, cargo-criterion, criterion-text, libtest, divan, hyperfine, tinybench, benchmarkjs, deno, google-benchmark, jmh, benchmarkdotnet, size-limit, k6, autocannon, locust, artillery, catch2, pyperf, asv, gungraun, iai, benchmarktools-jl, lighthouse, openmetrics, time-v, bmf (.github/workflows/benchgate.yml:25:11)',
      ],
    ],
    [
      'a key of its own for each leg',
      edited(
        READ_ONLY,
        [GATE, '    runs-on', '    strategy: { matrix: { os: [a, b] } }\n    runs-on'],
        [GATE, 'comment: never', 'comment: never\n          key: ${{ matrix.os }}'],
      ),
      [],
    ],
    [
      'a key that tells only some legs apart',
      edited(
        READ_ONLY,
        [GATE, '    runs-on', '    strategy: { matrix: { os: [a, b], node: [22, 24] } }\n    runs-on'],
        [GATE, 'comment: never', 'comment: never\n          key: on-${{ matrix.os }}'],
      ),
      [
        'keys failure: matrix legs of the job `benchgate` share the key `on-a`: one comment, one check run and one history for all of them (.github/workflows/benchgate.yml:23:11)',
      ],
    ],
    [
      'a matrix with one leg',
      edited(READ_ONLY, [GATE, '    runs-on', '    strategy: { matrix: { os: [a] } }\n    runs-on']),
      [],
    ],
    [
      'a matrix by an expression',
      edited(READ_ONLY, [
        GATE,
        '    runs-on',
        '    strategy: { matrix: "${{ fromJSON(needs.a.outputs.b) }}" }\n    runs-on',
      ]),
      [
        'keys failure: matrix legs of the job `benchgate` share the key `default`: one comment, one check run and one history for all of them (.github/workflows/benchgate.yml:20:9)',
      ],
    ],
    [
      'a step for one leg alone',
      edited(
        READ_ONLY,
        [GATE, '    runs-on', '    strategy: { matrix: { os: [a, b] } }\n    runs-on'],
        [
          GATE,
          '        with:\n          comment: never',
          "        if: matrix.os == 'a'\n        with:\n          comment: never",
        ],
      ),
      [],
    ],
    [
      'two gates under one key',
      { ...READ_ONLY, '.github/workflows/other.yml': READ_ONLY[GATE]! },
      [
        'keys warning: the jobs `benchgate` (.github/workflows/benchgate.yml) and `benchgate` share the key `default`: one comment, one check run and one history for both (.github/workflows/other.yml:19:9)',
      ],
    ],
    [
      'a Node of the matrix that is too old',
      edited(
        READ_ONLY,
        [GATE, '    runs-on', '    strategy: { matrix: { node: [20, 24] } }\n    runs-on'],
        [GATE, 'node-version: 24', 'node-version: ${{ matrix.node }}'],
        [GATE, 'comment: never', 'comment: never\n          key: node-${{ matrix.node }}'],
      ),
      [
        'workflow-node failure: the job `benchgate` sets up Node 20, which is too old to run suites (.github/workflows/benchgate.yml:18:25)',
      ],
    ],
    [
      'a Node of a file that is too old',
      {
        ...edited(READ_ONLY, [GATE, 'node-version: 24', 'node-version-file: .nvmrc']),
        '.nvmrc': 'v20.11.0\n',
      },
      [
        'workflow-node failure: the job `benchgate` sets up Node v20.11.0, which is too old to run suites (.github/workflows/benchgate.yml:17:30)',
      ],
    ],
    [
      'a Node of package.json that is too old',
      {
        ...edited(READ_ONLY, [GATE, 'node-version: 24', 'node-version-file: package.json']),
        'package.json': '{ "engines": { "node": "20" } }',
      },
      [
        'workflow-node failure: the job `benchgate` sets up Node 20, which is too old to run suites (.github/workflows/benchgate.yml:17:30)',
      ],
    ],
    [
      'a job that ends too early',
      edited(READ_ONLY, [GATE, 'timeout-minutes: 45', 'timeout-minutes: 10']),
      [
        'timeout warning: the job `benchgate` times out after 10 min, and measuring may take 22 min 30 s: measure.time-limit, and half of it again to confirm findings (.github/workflows/benchgate.yml:10:5)',
      ],
    ],
    [
      'a gate that cannot fail',
      edited(
        READ_ONLY,
        [GATE, '    runs-on', '    continue-on-error: true\n    runs-on'],
        [GATE, 'comment: never', 'comment: never\n          fail-on: never'],
      ),
      [
        'failing warning: `continue-on-error` lets the job pass whatever the verdict is (.github/workflows/benchgate.yml:9:5)',
        'failing warning: no finding fails the step: `fail-on: never` (.github/workflows/benchgate.yml:23:11)',
      ],
    ],
    [
      'a report that runs after another name',
      edited(FORKS, [GATE, 'name: Benchgate\n', 'name: Performance\n']),
      [
        'report-workflow failure: .github/workflows/benchgate-report.yml runs after `Benchgate`, and no workflow of that name measures pull requests (.github/workflows/benchgate-report.yml:4:16)',
      ],
    ],
    [
      'a workflow without a name is called by its path',
      edited(FORKS, [GATE, 'name: Benchgate\n', ''], [REPORT, '[Benchgate]', `[${GATE}]`]),
      [],
    ],
    [
      'an upload under another name',
      edited(FORKS, [GATE, 'name: benchgate-report\n', 'name: report\n']),
      [
        'artifact failure: the job `gate` does not upload `benchgate-report.json` as the artifact `benchgate-report`, which the other workflow reads (.github/workflows/benchgate.yml:28:9)',
      ],
    ],
    [
      'no upload',
      edited(FORKS, [
        GATE,
        'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0\n        with:\n          name: benchgate-report\n          path: benchgate-report.json\n          if-no-files-found: ignore\n',
        `actions/cache@${'d'.repeat(40)}\n`,
      ]),
      [
        'artifact failure: the job `gate` does not upload `benchgate-report.json` as the artifact `benchgate-report`, which the other workflow reads (.github/workflows/benchgate.yml:23:9)',
      ],
    ],
    [
      'an upload that a failing gate skips',
      edited(FORKS, [GATE, '      - if: always()\n        uses:', '      - uses:']),
      [
        'artifact failure: the upload is skipped when the gate fails, so a failure is never published (.github/workflows/benchgate.yml:26:9)',
      ],
    ],
    [
      'keys that do not meet',
      edited(FORKS, [
        REPORT,
        `${'b'.repeat(40)}\n`,
        `${'b'.repeat(40)}\n        with:\n          key: other\n`,
      ]),
      [
        'artifact failure: .github/workflows/benchgate-report.yml publishes the key `other`, and no job measures under that key (.github/workflows/benchgate-report.yml:23:11)',
      ],
    ],
    [
      'keys that meet',
      edited(
        FORKS,
        [REPORT, `${'b'.repeat(40)}\n`, `${'b'.repeat(40)}\n        with:\n          key: other\n`],
        [GATE, 'comment: never', 'comment: never\n          key: other'],
        [GATE, 'name: benchgate-report\n', 'name: benchgate-report-other\n'],
        [GATE, 'benchgate-report.json', 'benchgate-report-other.json'],
      ),
      [],
    ],
    [
      'reports at once',
      edited(FORKS, [
        REPORT,
        '    concurrency:\n      group: benchgate-report-${{ github.event.workflow_run.head_branch }}\n      cancel-in-progress: false\n',
        '',
      ]),
      [
        'report-concurrency warning: two runs of the job `report` can publish at the same time, and the older one may overwrite the newer one (.github/workflows/benchgate-report.yml:8:3)',
      ],
    ],
    [
      'reports that cancel one another',
      edited(FORKS, [REPORT, 'cancel-in-progress: false', 'cancel-in-progress: true']),
      [
        'report-concurrency warning: a run of the job `report` for an older commit can cancel the run for a newer one (.github/workflows/benchgate-report.yml:12:7)',
      ],
    ],
  ]
  test.each(rows)('%s', async (_, files, found) => {
    expect(await said(files)).toEqual(found)
  })
})

/** A workflow that measures, by what is written in the places that decide whether it has an effect. */
const gated = (o: {
  on?: string
  job?: string
  step?: string
  run?: string
  more?: string
}): string => `name: Gate
on: ${o.on ?? '[pull_request, merge_group]'}
permissions: read-all
jobs:
  gate:
    runs-on: ubuntu-24.04${o.job === undefined ? '' : `\n    ${o.job}`}
    steps:
      - ${o.step === undefined ? '' : `${o.step}\n        `}${
        o.run === undefined
          ? `uses: octo/benchgate@${'b'.repeat(40)}\n        with: { comment: never }`
          : `run: ${o.run}`
      }
${o.more ?? ''}`
const AT = '.github/workflows/benchgate.yml'
const NOT_EVERY = 'measured warning: not every pull request is measured:'
const PASSES = 'failing warning: `continue-on-error` lets the job pass whatever the verdict is'

describe('a gate without effect is found by name', () => {
  const rows: [name: string, workflow: Parameters<typeof gated>[0], found: string[]][] = [
    [
      'a job that never runs',
      { job: 'if: false' },
      [`${NOT_EVERY} \`if: false\` keeps the job \`gate\` from running (${AT}:7:5)`],
    ],
    [
      'a step that never runs',
      { step: 'if: ${{ false }}' },
      [`${NOT_EVERY} \`if: \${{ false }}\` keeps the step from running (${AT}:8:9)`],
    ],
    [
      'a step for failures alone',
      { step: 'if: failure()' },
      [`${NOT_EVERY} \`if: failure()\` keeps the step from running (${AT}:8:9)`],
    ],
    [
      'the default branch alone',
      { job: "if: github.ref == 'refs/heads/main'" },
      [
        `${NOT_EVERY} \`if: github.ref == 'refs/heads/main'\` keeps the job \`gate\` from running (${AT}:7:5)`,
      ],
    ],
    [
      'a schedule alone',
      { on: '{ schedule: [{ cron: "0 0 * * *" }] }', run: 'npx benchgate check' },
      [`${NOT_EVERY} ${AT} starts on \`schedule\` alone (${AT}:2:1)`],
    ],
    [
      'by hand alone',
      { on: 'workflow_dispatch' },
      [`${NOT_EVERY} ${AT} starts on \`workflow_dispatch\` alone (${AT}:2:1)`],
    ],
    [
      'a job that needs one that never runs',
      {
        job: 'needs: [build]',
        more: '  build:\n    if: false\n    runs-on: x\n    steps: [{ run: make }]\n',
      },
      [`${NOT_EVERY} the job \`gate\` needs \`build\`, which \`if: false\` keeps from running (${AT}:7:5)`],
    ],
    [
      'a matrix of which nothing is left',
      { job: 'strategy: { matrix: { os: [a], exclude: [{ os: a }] } }' },
      [`${NOT_EVERY} no leg of the matrix of the job \`gate\` is left for it (${AT}:7:17)`],
    ],
    [
      'closed pull requests alone',
      { on: '{ pull_request: { types: [closed] } }' },
      [
        `${NOT_EVERY} \`types\` lacks \`synchronize\`, so that a push to a pull request starts nothing (${AT}:2:23)`,
      ],
    ],
    [
      'a workflow that nobody calls',
      { on: 'workflow_call' },
      [
        `${NOT_EVERY} ${AT} is for other workflows to call (\`workflow_call\`), and none of this repository does on a pull request (${AT}:2:1)`,
      ],
    ],
    [
      'an expression that is always true',
      { step: 'continue-on-error: ${{ true }}' },
      [`${PASSES} (${AT}:8:9)`],
    ],
    [
      'every leg is an experiment',
      { job: 'continue-on-error: ${{ matrix.new }}\n    strategy: { matrix: { new: [true] } }' },
      [`${PASSES} (${AT}:7:5)`],
    ],
    [
      '|| true',
      { run: 'npx benchgate check || true' },
      [`failing warning: \`|| true\` lets the step pass whatever \`benchgate check\` says (${AT}:8:9)`],
    ],
    [
      'only said, not done',
      { run: 'echo "npx benchgate check"' },
      [
        'workflows warning: no file in .github/workflows uses Benchgate, so no pull request is measured (null)',
      ],
    ],
    [
      'a command elsewhere',
      { run: 'npx benchgate check\n        working-directory: packages/core' },
      [`project warning: the workflows measure \`packages/core\`, and this directory is \`.\` (${AT}:8:9)`],
    ],
  ]
  test.each(rows)('%s', async (_, workflow, found) => {
    expect(await said({ [GATE]: gated(workflow) })).toEqual(found)
  })

  test('in a script of package.json', async () => {
    const scripts = {
      'package.json': '{ "scripts": { "gate": "benchgate check || true", "gate:all": "make" } }',
    }
    const [, , passes] = rows.find(([name]) => name === '|| true')!
    expect(await said({ ...scripts, [GATE]: gated({ run: 'pnpm run gate' }) })).toEqual(passes)
    expect(await said({ ...scripts, [GATE]: gated({ run: 'pnpm run gate:all' }) })).toEqual([
      'workflows warning: no file in .github/workflows uses Benchgate, so no pull request is measured (null)',
    ])
  })

  test('one of two never runs', async () => {
    expect(
      await said({
        ...READ_ONLY,
        '.github/workflows/off.yml': gated({ job: 'if: false', run: 'npx benchgate check' }),
      }),
    ).toEqual([
      'measured warning: a gate never runs: `if: false` keeps the job `gate` from running (.github/workflows/off.yml:7:5)',
    ])
  })
})

describe('a filter that keeps every pull request out', () => {
  let setup: Setup
  let repository: Context['repository']
  beforeAll(async () => {
    setup = new Setup({ 'docs/a.md': '' }, { isShared: true })
    setup.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD')
    setup.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    const runtime = setup.runtime()
    ;({ repository } = await openContext({ project: setup.project, configFlag: undefined, runtime }))
  })
  afterAll(() => setup.remove())

  const rows: [filter: string, found: string | null][] = [
    ['paths: [nosuch/**]', 'no file of the repository matches `paths`'],
    ["paths-ignore: ['**']", '`paths-ignore` matches every file of the repository'],
    ['branches: [release/*]', '`branches` leaves out pull requests into `trunk`'],
    ["branches-ignore: ['tr*']", '`branches-ignore` leaves out pull requests into `trunk`'],
    ["paths: ['**.js']", null],
    ["paths-ignore: ['docs/**']", null],
    ['branches: [trunk]', null],
    ['types: [opened, synchronize, ready_for_review]', null],
  ]
  test.each(rows)('%s', async (filter, found) => {
    expect(await said({ [GATE]: gated({ on: `{ pull_request: { ${filter} } }` }) }, { repository })).toEqual(
      found === null ? [] : [`${NOT_EVERY} ${found} (${AT}:2:23)`],
    )
  })
})

describe('a right set-up in an unusual shape is right', () => {
  const caller = (job: string) =>
    `name: CI\non: pull_request\njobs:\n  gate:\n    permissions: read-all\n    ${job}\n`
  const CALLED = {
    '.github/workflows/measure.yml': gated({ on: 'workflow_call' }).replace('permissions: read-all\n', ''),
  }
  const rows: [name: string, files: Files][] = [
    ['a reusable workflow', { ...CALLED, [GATE]: caller('uses: ./.github/workflows/measure.yml') }],
    [
      'a composite action',
      {
        [GATE]: gated({}).replace(/uses: octo[^]*never }/, 'uses: ./.github/actions/measure'),
        '.github/actions/measure/action.yaml': `name: Measure\nruns:\n  using: composite\n  steps:\n    - { run: npm ci, shell: bash }\n    - uses: octo/benchgate@${'b'.repeat(40)}\n      with: { comment: never }\n`,
      },
    ],
    ['a self-hosted runner', { [GATE]: gated({}).replace('ubuntu-24.04', '[self-hosted, linux]') }],
    [
      'a condition that only GitHub knows',
      { [GATE]: gated({ job: "if: contains(github.event.pull_request.labels.*.name, 'perf')" }) },
    ],
    [
      'some legs are experiments',
      {
        [GATE]: gated({
          job: 'continue-on-error: ${{ matrix.new }}\n    strategy: { matrix: { include: [{ os: a, new: true }, { os: b }] } }',
        }).replace('never }', 'never, key: "${{ matrix.os }}" }'),
      },
    ],
    ['pnpm', { [GATE]: gated({ run: 'pnpm install --frozen-lockfile && pnpm exec benchgate check' }) }],
    [
      'a script of package.json',
      {
        'package.json': '{ "scripts": { "gate": "benchgate check" } }',
        [GATE]: gated({ run: 'npm run gate' }).replace('name: Gate', 'name: CI'),
      },
    ],
    [
      'an anchor',
      {
        [GATE]: gated({
          job: 'env: &env { A: b }',
          more: '  other:\n    runs-on: x\n    env: *env\n    steps: [{ run: make }]\n',
        }),
      },
    ],
    [
      'always, behind a job that never runs',
      {
        [GATE]: gated({
          job: 'needs: build\n    if: always()',
          more: '  build:\n    if: false\n    runs-on: x\n    steps: [{ run: make }]\n',
        }),
      },
    ],
  ]
  test.each(rows)('%s', async (_, files) => {
    expect(await said(files)).toEqual([])
  })

  test('mistakes are found where they are', async () => {
    const [, composite] = rows[1]!
    const action = '.github/actions/measure/action.yaml'
    expect(
      await said(
        edited(
          composite,
          [action, 'comment: never', 'comment: never, fail-on: never'],
          [GATE, 'uses: ./', 'continue-on-error: true\n        uses: ./'],
        ),
      ),
    ).toEqual([
      `${PASSES} (${AT}:8:9)`,
      `failing warning: no finding fails the step: \`fail-on: never\` (${action}:7:31)`,
    ])
    expect(
      await said({ ...CALLED, [GATE]: caller('if: false\n    uses: ./.github/workflows/measure.yml') }),
    ).toEqual([
      `${NOT_EVERY} .github/workflows/measure.yml is for other workflows to call (\`workflow_call\`), and none of this repository does on a pull request (.github/workflows/measure.yml:2:1)`,
    ])
  })
})

describe('what is looked at is what the workflows measure', () => {
  const inCore = edited(READ_ONLY, [
    GATE,
    'comment: never',
    'comment: never\n          working-directory: ./packages/core/\n          config: bench.yml',
  ])
  const core = { repository: { root: '/x', prefix: 'packages/core' } as Repository }

  test('in another folder', async () => {
    expect(await said(inCore)).toEqual([
      'project warning: the workflows measure `packages/core`, and this directory is `.` (.github/workflows/benchgate.yml:22:11)',
    ])
    expect(await said(READ_ONLY, core)).toEqual([
      'project warning: the workflows measure `.`, and this directory is `packages/core` (.github/workflows/benchgate.yml:19:9)',
    ])
    const [finding] = await findings(READ_ONLY, core)
    expect(finding!.remedy).toBe(
      'Run `benchgate doctor` in `.`. To measure this directory too, add a step with `working-directory: packages/core` and a `key` of its own (docs/forks.md#several-gates).',
    )
  })

  test('by another config file', async () => {
    expect(await said(inCore, core)).toEqual([
      'project warning: the workflows read the config file `bench.yml`, and this command reads the default one (.github/workflows/benchgate.yml:23:11)',
    ])
    expect(await said(inCore, { ...core, configFlag: './bench.yml' })).toEqual([])
    expect(await said(READ_ONLY, { configFlag: 'bench.yml' })).toEqual([
      'project warning: the workflows read the default config file, and this command reads `bench.yml` (.github/workflows/benchgate.yml:19:9)',
    ])
  })
})

describe('what init writes is right', () => {
  const LOCKS = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', bun: 'bun.lock' }
  const rows = WORKFLOW_KINDS.flatMap((kind) =>
    Object.entries(LOCKS).map(([manager, lock]) => ({ kind, manager, lock })),
  )
  test.each(rows)('$kind, $manager', async ({ kind, manager, lock }) => {
    const root = mkdtempSync(join(tmpdir(), 'benchgate-init-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    for (const [file, text] of [
      [lock, ''],
      ['package.json', '{ "type": "module" }'],
    ] as const)
      writeFileSync(join(root, file), text)
    const project = await lookAtProject(root, { env: process.env, signal: new AbortController().signal })
    expect(project.node!.manager).toBe(manager)
    const action = { uses: `octo/benchgate@${'b'.repeat(40)}`, version: null }
    const { files } = await planInit({
      project,
      tools: await findTools(project),
      existing: null,
      kind,
      action,
    })
    const workflows = Object.fromEntries(files.workflows.map(({ path, text }) => [path, text]))
    expect(await said(workflows)).toEqual([])
  })
})

test('issues are wanted, and the job that records may not write them', async () => {
  const config = { ...DEFAULT_CONFIG, report: { ...DEFAULT_CONFIG.report, issue: true } }
  const place = '.github/workflows/benchgate.yml:12:5'
  expect(await said(BRANCHES, { config })).toEqual([
    `right-issues failure: the job \`benchgate\` lacks the permission \`issues: write\`, without which \`report.issue: true\` opens no issue for a regression (${place})`,
  ])
  expect(
    await said(edited(BRANCHES, [GATE, 'checks: write', 'checks: write\n      issues: write']), { config }),
  ).toEqual([])
  expect(await said(READ_ONLY, { config })).toEqual([])
})

test('a job that also measures against a release needs twice the time', async () => {
  const anchored = { anchor: { tag: 'v*', every: 20 }, branches: [] }
  const config = { ...DEFAULT_CONFIG, baseline: anchored }
  const found = (job: string, place: string) =>
    `timeout warning: the job \`${job}\` times out after 45 min, and measuring may take 45 min: measure.time-limit, half of it again to confirm findings, and all of that once more against a release (baseline.anchor) (.github/workflows/benchgate.yml:${place})`
  const tagged = (workflows: Record<string, string>) =>
    edited(workflows, [
      GATE,
      'persist-credentials: false',
      'persist-credentials: false\n          fetch-depth: 0',
    ])
  expect(await said(tagged(BRANCHES), { config })).toEqual([found('benchgate', '11:5')])
  // Of a job that only gates, and one that only records.
  const timeouts = (await said(FORKS, { config })).filter((one) => one.startsWith('timeout'))
  expect(timeouts).toEqual([found('record', '35:5')])
  const enough = edited(tagged(BRANCHES), [GATE, 'timeout-minutes: 45', 'timeout-minutes: 60'])
  expect(await said(enough, { config })).toEqual([])
  expect(await said(READ_ONLY, { config })).toEqual([])
})

test('a job that also measures against a release needs its tags', async () => {
  const config = { ...DEFAULT_CONFIG, baseline: { anchor: { tag: 'v*', every: 20 }, branches: [] } }
  const tags = async (workflows: Record<string, string>) =>
    (await said(workflows, { config })).filter((one) => one.startsWith('tags'))
  const found = (job: string, place: string) =>
    `tags warning: actions/checkout fetches no tags in the job \`${job}\`, so no push is measured against a release, as baseline.anchor asks for (.github/workflows/benchgate.yml:${place})`
  expect(await tags(BRANCHES)).toEqual([found('benchgate', '18:9')])
  expect(await tags(FORKS)).toEqual([found('record', '40:9')])
  expect(await tags(READ_ONLY)).toEqual([])
  const bare = '        with:\n          persist-credentials: false\n'
  expect(await tags(edited(BRANCHES, [GATE, bare, '']))).toEqual([found('benchgate', '17:9')])
  const shallow = '          fetch-depth: 50\n'
  expect(await tags(edited(BRANCHES, [GATE, bare, bare + shallow]))).toEqual([found('benchgate', '18:9')])
  for (const depth of ['0', '${{ vars.DEPTH }}'])
    expect(await tags(edited(BRANCHES, [GATE, bare, `${bare}          fetch-depth: ${depth}\n`]))).toEqual([])
  const fetched = `${bare}      - run: git fetch --tags --unshallow\n`
  expect(await tags(edited(BRANCHES, [GATE, bare, fetched]))).toEqual([])
})

test('whatever a workflow holds, it is read to its end', async () => {
  const keys = [
    'on',
    'jobs',
    'steps',
    'with',
    'if',
    'uses',
    'run',
    'strategy',
    'matrix',
    'include',
    'exclude',
    'key',
    'name',
    'permissions',
    'concurrency',
    'workflow_run',
    'workflows',
    'pull_request',
    'push',
    'timeout-minutes',
    'persist-credentials',
    'node-version',
    'ref',
    'path',
    'fetch-depth',
  ]
  const texts = [
    ...keys,
    'octo/benchgate@v1',
    'actions/checkout@v6',
    'actions/setup-node@v6',
    '${{ matrix.key }}',
    '',
  ]
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 7, depthSize: 'large' },
      fc.constantFrom(...texts, 1, -0.5, true, null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 5 }),
    ),
  }))
  const step = fc.record({ uses: fc.constantFrom(...texts), with: any, if: any }, { requiredKeys: ['uses'] })
  const job = fc.record({
    strategy: fc.record({ matrix: any }),
    permissions: any,
    steps: fc.array(step),
    if: any,
  })
  const workflow = fc.record({
    on: any,
    jobs: fc.dictionary(fc.constantFrom('a', 'b'), job),
    concurrency: any,
  })
  await fc.assert(
    fc.asyncProperty(workflow, async (one) => {
      await findings({ [GATE]: `# benchgate\n${JSON.stringify(one)}` })
    }),
    { numRuns: 100 },
  )
  // An alias may stand within its own anchor.
  const round =
    '{ on: &a { pull_request: *a }, jobs: { b: &b { strategy: { matrix: &m { c: [*m, *b] } }, steps: [{ uses: octo/benchgate@v1, with: &w { key: *w } }] } } }'
  expect(await said({ [GATE]: round })).not.toEqual([])
})
