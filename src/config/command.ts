import { z } from 'zod'
import type { CommandConfig } from '../model/config.ts'
import { FORMATS } from '../model/formats.ts'
import {
  checkOutput,
  checkPrefix,
  checkRun,
  checkSetup,
  checkWorkingDirectory,
  MAX_LINE_LENGTH,
  MAX_PATH_LENGTH,
  MAX_PREFIX_LENGTH,
  optional,
  segmentsOf,
  text,
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
    format: optional(z.enum(FORMATS), 'What the tool writes. Left out: its content decides.', {
      examples: ['go'],
    }),
    output: optional(
      text(checkOutput),
      'File or folder that holds the results after a run, relative to the working directory; removed before each run. Left out: standard output.',
      { examples: ['results.json'], minLength: 1, maxLength: MAX_PATH_LENGTH },
    ),
    setup: optional(text(checkSetup), 'Builds one checkout, once, before the first run there.', {
      examples: ['cargo build --release'],
      minLength: 1,
      maxLength: MAX_LINE_LENGTH,
    }),
    'working-directory': optional(
      text(checkWorkingDirectory),
      'Folder that it is run in, relative to the root of the project.',
      { examples: ['packages/parser'], minLength: 1, maxLength: MAX_PATH_LENGTH },
    ),
    'name-prefix': optional(
      text(checkPrefix),
      'In front of the name of every benchmark that it reports, as written.',
      { examples: ['go/'], maxLength: MAX_PREFIX_LENGTH },
    ),
  })
  // Every path without steps that go nowhere.
  .transform((written): CommandConfig => ({
    run: written.run,
    format: written.format ?? null,
    output: written.output === undefined ? null : segmentsOf(written.output).join('/'),
    setup: written.setup ?? null,
    workingDirectory: segmentsOf(written['working-directory'] ?? '').join('/') || null,
    namePrefix: written['name-prefix'] ?? '',
  }))
  .meta({ examples: [EXAMPLE] })

/** `command:`: one tool, or several. */
export const commandSchema = z
  .union([
    command.transform((only) => [only]),
    z
      .array(command)
      .min(1)
      .max(MAX_COMMANDS)
      .superRefine((commands, context) => {
        const firsts = new Map<string, number>()
        for (const [index, written] of commands.entries()) {
          const key = JSON.stringify(written)
          const first = firsts.get(key)
          if (first === undefined) firsts.set(key, index)
          else context.addIssue({ code: 'custom', path: [index], params: repeated(first) })
        }
      }),
  ])
  .meta({
    description:
      'Benchmarks of any other tool: its command line, and what it writes. Without `suites`, nothing else is measured.',
    examples: [EXAMPLE, [EXAMPLE]],
  })

const repeated = (first: number) => ({
  message: `this command is the same as number ${first + 1} of the list`,
  remedy: 'Remove one of the two: each is run as often as it takes.',
})
