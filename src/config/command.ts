import { z } from 'zod'
import type { CommandConfig } from '../model/config.ts'
import { FORMATS } from '../model/formats.ts'
import { pack, text } from './complaint.ts'
import {
  checkOutput,
  checkPrefix,
  checkRun,
  checkSetup,
  checkWorkingDirectory,
  MAX_LINE_LENGTH,
  MAX_PATH_LENGTH,
  MAX_PREFIX_LENGTH,
  segmentsOf,
} from './field-checks.ts'

const MAX_COMMANDS = 50
const EXAMPLE = { run: 'go test -run ^$ -bench . ./...', format: 'go' }

const command = z
  .strictObject({
    run: text(checkRun).meta({
      description:
        'The command line of the tool, one line or several, through the shell. It is run once for each measurement, in turn in the checkouts of base and head.',
      examples: [EXAMPLE.run],
      minLength: 1,
      maxLength: MAX_LINE_LENGTH,
    }),
    format: z
      .enum(FORMATS)
      .meta({ description: 'What the tool writes. Left out: its content decides.', examples: ['go'] })
      .optional(),
    output: text(checkOutput)
      .meta({
        description:
          'File or folder that holds the results after a run, relative to the working directory; removed before each run. Left out: standard output.',
        examples: ['results.json'],
        minLength: 1,
        maxLength: MAX_PATH_LENGTH,
      })
      .optional(),
    setup: text(checkSetup)
      .meta({
        description: 'Builds one checkout, once, before the first run there.',
        examples: ['cargo build --release'],
        minLength: 1,
        maxLength: MAX_LINE_LENGTH,
      })
      .optional(),
    'working-directory': text(checkWorkingDirectory)
      .meta({
        description: 'Folder that it is run in, relative to the root of the project.',
        examples: ['packages/parser'],
        minLength: 1,
        maxLength: MAX_PATH_LENGTH,
      })
      .optional(),
    'name-prefix': text(checkPrefix)
      .meta({
        description: 'In front of the name of every benchmark that it reports, as written.',
        examples: ['go/'],
        maxLength: MAX_PREFIX_LENGTH,
      })
      .optional(),
  })
  .meta({ examples: [EXAMPLE] })

type WrittenCommand = z.infer<typeof command>

/** `command:`: one tool, or several. */
export const commandSchema = z
  .union(
    [
      command,
      z
        .array(command)
        .min(1)
        .max(MAX_COMMANDS)
        .superRefine((commands, context) => {
          for (const [index, first] of repeated(commands)) {
            const complaint = {
              message: `this command is the same as number ${first + 1} of the list`,
              remedy: 'Remove one of the two: each is run as often as it takes.',
            }
            context.addIssue({ code: 'custom', path: [index], message: pack(complaint) })
          }
        }),
    ],
    {
      error: ({ input }) => {
        if (typeof input !== 'string') return undefined
        return pack({
          message: '`command` must be a map of keys, and this is a text',
          remedy: 'Put the command line under `run`: `command: { run: "…" }`.',
        })
      },
    },
  )
  .meta({
    description:
      'Benchmarks of any other tool: its command line, and what it writes. Without `suites`, nothing else is measured.',
    examples: [EXAMPLE, [EXAMPLE]],
  })

/** By index, the commands that are wholly equal to an earlier one, and which. */
function repeated(commands: readonly WrittenCommand[]): [index: number, first: number][] {
  const firsts = new Map<string, number>()
  return commands.flatMap((written, index): [number, number][] => {
    const key = JSON.stringify(commandOf(written))
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, index)
    return first === undefined ? [] : [[index, first]]
  })
}

function commandOf(written: WrittenCommand): CommandConfig {
  const { run, format, output, setup } = written
  return {
    run,
    format: format ?? null,
    output: output === undefined ? null : segmentsOf(output).join('/'),
    setup: setup ?? null,
    workingDirectory: segmentsOf(written['working-directory'] ?? '').join('/') || null,
    namePrefix: written['name-prefix'] ?? '',
  }
}

/** The commands as the config holds them: every path without steps that go nowhere. */
export const commandsOf = (written: z.infer<typeof commandSchema> | undefined): CommandConfig[] =>
  written === undefined ? [] : (Array.isArray(written) ? written : [written]).map(commandOf)
