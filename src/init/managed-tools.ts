import { filesWith, firstFile, folderOf, type Found, fromRoot, runIn, TIME_RULE, word } from './found.ts'
import type { Project } from './project.ts'
import type { Entries, Step } from './workflows.ts'

const PRIMARY_RULE =
  "{ match: '**', metric: primary, max-regression: 5% } # time, or throughput where the mode counts operations"
const BYTES_RULE = "{ match: '**', metric: bytes, max-regression: 5% } # allocated per operation"

/** Files that are named one by one. */
const MAX_FILES = 10

export async function pytestBenchmark(project: Project): Promise<Found | null> {
  const tests = await filesWith(project, /\.py$/, /^\s*def test_?\w*\([^)]*\bbenchmark\b/m)
  if (tests.length === 0) return null
  const files = tests.map(({ file }) => file)
  const which = files.length > MAX_FILES ? [...new Set(files.map(folderOf))] : files
  const isPackage = firstFile(project, 'pyproject.toml', 'setup.py') !== null
  const requirements = firstFile(project, 'requirements-dev.txt', 'requirements.txt')
  const needed = [
    ...(isPackage ? ['.'] : []),
    ...(requirements === null ? [] : [`-r ${requirements}`]),
    'pytest pytest-benchmark',
  ].join(' ')
  const options = '--benchmark-only --benchmark-json=results.json --benchmark-disable-gc'
  const python = isPackage ? '.venv/bin/python' : 'python3'
  return {
    files,
    measures: {
      commands: [
        {
          // What is installed outside would be one and the same code on both sides.
          ...(isPackage && { setup: `python3 -m venv .venv && .venv/bin/pip install -q ${needed}` }),
          run: `${python} -m pytest -q ${which.map((path) => word(path || '.')).join(' ')} ${options}`,
          format: 'pytest-benchmark',
          output: 'results.json',
        },
      ],
    },
    setup: null,
    steps: [
      { uses: 'actions/setup-python', with: await pythonVersion(project) },
      ...(isPackage ? [] : [runIn(project, `pip install ${needed}`)]),
    ],
    budgets: [TIME_RULE],
    probe: isPackage ? 'python3 -m venv --help' : "python3 -c 'import pytest, pytest_benchmark'",
    notes: [],
  }
}

async function pythonVersion(project: Project): Promise<Entries> {
  if (firstFile(project, '.python-version') !== null)
    return { 'python-version-file': fromRoot(project, '.python-version') }
  return /^requires-python\s*=/m.test(await project.text('pyproject.toml'))
    ? { 'python-version-file': fromRoot(project, 'pyproject.toml') }
    : { 'python-version': '3.13' }
}

const JMH_RUN = '-f 1 -wi 3 -w 200ms -i 5 -r 200ms -foe true -prof gc -rf json -rff results.json'

export async function jmhMaven(project: Project): Promise<Found | null> {
  const [pom] = await filesWith(project, /(^|\/)pom\.xml$/, /<artifactId>jmh-core<\/artifactId>/)
  if (pom === undefined) return null
  const module = folderOf(pom.file)
  const inReactor = module !== '' && firstFile(project, 'pom.xml') !== null
  const only = inReactor ? ` -pl ${word(module)} -am` : ''
  const jar = /<uberjar\.name>([\w.-]+)<|<finalName>([\w.-]+)</.exec(pom.text)
  const path = `target/${jar?.[1] ?? jar?.[2] ?? 'benchmarks'}.jar`
  const maven = firstFile(project, 'mvnw') === null ? 'mvn' : './mvnw'
  return jmh(project, pom.file, {
    ...(module !== '' && !inReactor && { 'working-directory': module }),
    setup: `${maven} -q -DskipTests${only} package`,
    run: `java -jar ${inReactor ? word(`${module}/${path}`) : path} ${JMH_RUN}`,
    of: { cache: 'maven', program: maven, text: pom.text },
  })
}

export async function jmhGradle(project: Project): Promise<Found | null> {
  const [build] = await filesWith(project, /(^|\/)build\.gradle(\.kts)?$/, /\bme\.champeau\.jmh\b/)
  if (build === undefined) return null
  const module = folderOf(build.file)
  const gradle = firstFile(project, 'gradlew') === null ? 'gradle' : './gradlew'
  const jars = `${module === '' ? '' : `${word(module)}/`}build/libs/*-jmh.jar`
  const task = module === '' ? 'jmhJar' : `:${module.replaceAll('/', ':')}:jmhJar`
  return jmh(project, build.file, {
    setup: `rm -f ${jars} && ${gradle} -q ${word(task)}`,
    run: `java -jar ${jars} ${JMH_RUN}`,
    of: { cache: 'gradle', program: gradle, text: build.text },
  })
}

interface Jmh {
  'working-directory'?: string
  setup: string
  run: string
  of: { cache: string; program: string; text: string }
}

function jmh(project: Project, file: string, { of, ...lines }: Jmh): Found {
  return {
    files: [file],
    measures: { commands: [{ ...lines, format: 'jmh', output: 'results.json' }] },
    setup: null,
    steps: [javaStep(project, of)],
    budgets: [PRIMARY_RULE, BYTES_RULE],
    probe: `java -version && ${of.program.startsWith('./') ? 'true' : `${of.program} --version`}`,
    timeLimitMin: 30,
    notes: [],
  }
}

function javaStep(project: Project, { cache, text }: Jmh['of']): Step {
  const file = firstFile(project, '.java-version', '.sdkmanrc', '.tool-versions')
  const stated =
    /<(?:maven\.compiler\.(?:release|source|target)|java\.version)>\s*(?:1\.)?(\d+)|JavaLanguageVersion\.of\((\d+)\)/.exec(
      text,
    )
  const version = Number(stated?.[1] ?? stated?.[2] ?? 21)
  return {
    uses: 'actions/setup-java',
    with: {
      distribution: 'temurin',
      ...(file === null ? { 'java-version': version } : { 'java-version-file': fromRoot(project, file) }),
    },
    readOnly: { cache },
  }
}

export async function benchmarkDotNet(project: Project): Promise<Found | null> {
  const [own] = await filesWith(project, /\.(cs|fs|vb)proj$/, /Include="BenchmarkDotNet"/)
  if (own === undefined) return null
  const folder = word(folderOf(own.file) || '.')
  const pinned = firstFile(project, 'global.json')
  const framework = /<TargetFrameworks?>[^<]*\bnet(\d+)\.0/.exec(own.text)?.[1]
  const step: Step = {
    uses: 'actions/setup-dotnet',
    with:
      pinned === null
        ? { 'dotnet-version': `${framework ?? '10'}.0.x` }
        : { 'global-json-file': fromRoot(project, pinned) },
  }
  return {
    files: [own.file],
    measures: {
      commands: [
        {
          setup: `dotnet build -c Release ${folder}`,
          run: [
            'rm -rf BenchmarkDotNet.Artifacts',
            `dotnet run -c Release --no-build --project ${folder} -- --filter '*' --job short --join --exporters json`,
            'mv BenchmarkDotNet.Artifacts/results/*.json results.json',
            '',
          ].join('\n'),
          format: 'benchmarkdotnet',
          output: 'results.json',
        },
      ],
    },
    setup: null,
    steps: [step],
    budgets: [TIME_RULE],
    probe: 'dotnet --version',
    timeLimitMin: 60,
    notes: [
      'choose benchmarks with --filter: BenchmarkDotNet builds and starts a project of its own in every execution',
    ],
  }
}
