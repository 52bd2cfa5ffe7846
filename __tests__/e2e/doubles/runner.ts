import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What the runner shows of each level for one step, and keeps of a message; its limit for a summary. */
const SHOWN_PER_LEVEL = 10
const MESSAGE_CHARACTERS = 4096
const SUMMARY_BYTES = 1024 * 1024
const LOG_BYTES = 16 * 1024 * 1024
/** Ends a step that hangs; no machine needs as long for one. */
const STEP_LIMIT_MS = 20 * 60_000

const FILE_COMMANDS = [
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
] as const
const COMMANDS = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
)

export interface Step {
  /** The folder of the action: its action.yml says what is run and which inputs have which defaults. */
  action: string
  /** The checkout, which is GITHUB_WORKSPACE too. */
  workspace: string
  /** `with:` of the step. */
  inputs?: Record<string, string>
  /** What `github.token` is. */
  token: string
  eventName: string
  event: unknown
  /** Variables of the job beside those that every job has; they win. */
  env?: Record<string, string>
  timeLimitMs?: number
  /** When somebody cancels the job. */
  cancelled?: Promise<unknown>
}

interface Annotation {
  level: 'error' | 'warning' | 'notice'
  message: string
  title?: string
  file?: string
  line?: string
}

export interface StepResult {
  /** Null when it was killed at the time limit. */
  code: number | null
  outcome: 'success' | 'failure'
  outputs: Record<string, string>
  state: Record<string, string>
  /** What the step wrote for later steps. */
  env: Record<string, string>
  /** What the step wrote to come before PATH in later steps. */
  path: string
  summary: string
  /** All that were asked for. */
  annotations: Annotation[]
  /** Those that a person sees beside the run. */
  shownAnnotations: Annotation[]
  masks: string[]
  /** Lines that are no commands, with secrets masked. */
  log: string
}

/**
 * Runs a step that uses a JavaScript action, as actions/runner does it: inputs as INPUT_*, files for what the step wants to
 * tell, commands in its output. The environment is made from nothing; only PATH is taken over. Not covered: problem matchers,
 * `post` of an action, containers, and the masking of secrets in summaries.
 */
export async function runStep(step: Step): Promise<StepResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'benchgate-runner-'))
  try {
    return await runIn(step, scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function runIn(step: Step, scratch: string): Promise<StepResult> {
  const action = parse(readFileSync(join(step.action, 'action.yml'), 'utf8'))
  const files = Object.fromEntries(
    FILE_COMMANDS.map((name) => [name, join(scratch, `${name.toLowerCase()}_${randomUUID()}`)]),
  ) as Record<(typeof FILE_COMMANDS)[number], string>
  for (const file of Object.values(files)) writeFileSync(file, '')
  const eventPath = join(scratch, 'event.json')
  writeFileSync(eventPath, JSON.stringify(step.event))
  const temporary = join(scratch, 'temp')
  mkdirSync(temporary)

  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: scratch,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'benchgate',
    GITHUB_ACTION_PATH: step.action,
    GITHUB_ACTOR: 'someone',
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_JOB: 'bench',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'bench',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'runner',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temporary,
    RUNNER_TOOL_CACHE: temporary,
    ...files,
    ...step.env,
    ...inputVariables(action, step),
  }
  const { code, output } = await run(join(step.action, action.runs.main), step, env)
  const told = readOutput(output, [step.token])
  const read = (name: (typeof FILE_COMMANDS)[number]): Record<string, string> => {
    try {
      return readAssignments(readFileSync(files[name], 'utf8'))
    } catch (error) {
      told.annotations.push({
        level: 'error',
        message: `Unable to process file command '${name}' successfully. ${(error as Error).message}`,
      })
      return {}
    }
  }
  const outputs = { ...told.outputs, ...read('GITHUB_OUTPUT') }
  const state = read('GITHUB_STATE')
  const later = read('GITHUB_ENV')
  let summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
  const summaryBytes = Buffer.byteLength(summary)
  if (summaryBytes > SUMMARY_BYTES) {
    told.annotations.push({
      level: 'error',
      message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.floor(summaryBytes / 1024)}k.`,
    })
    summary = ''
  }
  const shownAnnotations = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    told.annotations.filter((annotation) => annotation.level === level).slice(0, SHOWN_PER_LEVEL),
  )
  return {
    code,
    outcome: code === 0 && !told.failed ? 'success' : 'failure',
    outputs,
    state,
    env: later,
    path: readFileSync(files.GITHUB_PATH, 'utf8'),
    summary,
    annotations: told.annotations,
    shownAnnotations,
    masks: told.masks,
    log: told.log,
  }
}

/** `with:` and the defaults of action.yml, spelled as the runner spells them. Only `github.token` and `matrix` are evaluated. */
function inputVariables(
  action: { inputs?: Record<string, { default?: unknown }> },
  step: Step,
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, { default: value }] of Object.entries(action.inputs ?? {}))
    values[name] = String(value ?? '')
  Object.assign(values, step.inputs)
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value
        .replace(/\$\{\{\s*github\.token\s*\}\}/g, step.token)
        // A job without a matrix; a step may give the input that of another.
        .replace(/\$\{\{\s*toJSON\(matrix\)\s*\}\}/g, 'null'),
    ]),
  )
}

function run(
  main: string,
  { workspace, timeLimitMs = STEP_LIMIT_MS, cancelled }: Step,
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main], {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const chunks: Buffer[] = []
    let bytes = 0
    const keep = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= LOG_BYTES) chunks.push(chunk)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), timeLimitMs)
    // The runner goes on to SIGTERM after 7.5 s and kills after 10 s, in which a busy machine gets little done.
    void cancelled?.then(() => child.kill('SIGINT'))
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output: Buffer.concat(chunks).toString() })
    })
  })
}

interface Command {
  name: string
  properties: Record<string, string>
  data: string
}

/** What the runner makes of a step's output. */
export function readOutput(output: string, secrets: readonly string[] = []) {
  const annotations: Annotation[] = []
  const outputs: Record<string, string> = {}
  const masks = secrets.filter((secret) => secret !== '')
  const log: string[] = []
  let failed = false
  let resumeToken: string | null = null

  const obey = ({ name, properties, data }: Command): void => {
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice': {
        const { title, file, line } = properties
        annotations.push({
          level: name,
          message: data.slice(0, MESSAGE_CHARACTERS),
          ...(title !== undefined && { title }),
          ...(file !== undefined && { file }),
          ...(line !== undefined && { line }),
        })
        return
      }
      case 'add-mask':
        if (data.trim() !== '') masks.push(data)
        return
      case 'set-output':
        outputs[properties['name'] ?? ''] = data
        return
      case 'set-env':
      case 'add-path':
        annotations.push({ level: 'error', message: `The \`${name}\` command is disabled.` })
        failed = true
        return
      case 'group':
        log.push(`▼ ${data}`)
    }
  }

  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = commandIn(line, resumeToken)
    if (resumeToken !== null) {
      if (command?.name.toLowerCase() === resumeToken.toLowerCase()) resumeToken = null
      else log.push(line)
    } else if (command?.name === 'stop-commands') resumeToken = command.data
    else if (command !== null) obey(command)
    else log.push(line)
  }
  const masked = masks.reduce((text, mask) => text.replaceAll(mask, '***'), log.join('\n'))
  return { annotations, outputs, masks, failed, log: masked }
}

/** The command of a line: `::name key=value,...::data` at its start, or the older `##[name key=value;...]data` anywhere. */
function commandIn(line: string, resumeToken: string | null): Command | null {
  const isKnown = (name: string) =>
    COMMANDS.has(name.toLowerCase()) || name.toLowerCase() === resumeToken?.toLowerCase()
  const modern = /^\s*::(.*?)::(.*)$/s.exec(line)
  if (modern !== null) {
    const [name = '', properties] = splitOnce(modern[1]!, ' ')
    if (isKnown(name)) {
      const values = propertiesOf(properties?.trim() ?? '', ',', PROPERTY_ESCAPES)
      return { name: name.toLowerCase(), properties: values, data: unescaped(modern[2]!, DATA_ESCAPES) }
    }
  }
  const old = /##\[([^\]]*)\](.*)$/s.exec(line)
  if (old === null) return null
  const [name = '', properties] = splitOnce(old[1]!, ' ')
  if (!isKnown(name)) return null
  const values = propertiesOf(properties ?? '', ';', OLD_ESCAPES)
  return { name: name.toLowerCase(), properties: values, data: unescaped(old[2]!, OLD_ESCAPES) }
}

const DATA_ESCAPES: [string, string][] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
]
const PROPERTY_ESCAPES: [string, string][] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
]
const OLD_ESCAPES: [string, string][] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
]

const unescaped = (text: string, escapes: readonly [string, string][]): string =>
  escapes.reduce((text, [escape, character]) => text.replaceAll(escape, character), text)

function propertiesOf(
  text: string,
  separator: string,
  escapes: readonly [string, string][],
): Record<string, string> {
  const pairs = text.split(separator).flatMap((part) => {
    const [key, value] = splitOnce(part, '=')
    return key && value ? [[key.toLowerCase(), unescaped(value, escapes)]] : []
  })
  return Object.fromEntries(pairs)
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** Lines of `name=value`, and `name<<word`, lines, `word`; throws where the runner fails the step. */
export function readAssignments(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.replace(/\r$/, '')
    if (line === '') continue
    const equals = line.indexOf('=')
    const arrows = line.indexOf('<<')
    if (equals >= 0 && (arrows < 0 || equals < arrows)) {
      values[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    if (arrows <= 0 || line.length === arrows + 2) throw new Error(`Invalid format '${line}'`)
    const word = line.slice(arrows + 2)
    const end = lines.indexOf(word, at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${word}'`)
    values[line.slice(0, arrows)] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return values
}
