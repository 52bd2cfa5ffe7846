import type { ResultFile } from '../model/result-file.ts'
import { nothingMeasured } from './refusal.ts'
import { ResultsBuilder } from './results-builder.ts'

/** One file as it was read, or all text files of one directory by their path in it. */
export interface Input {
  /** As the user named it, for messages. */
  path: string
  /** Text without a byte order mark; for a directory the empty text. */
  text: string
  /** The text as JSON, where it is JSON (bare NaN taken as Infinity); else undefined. */
  json: unknown
  /** Text files of a directory by path with `/`; null: the input is one file. */
  files: ReadonlyMap<string, string> | null
  /** When each file of a directory was last written, in ms since 1970, where that is known. */
  times?: ReadonlyMap<string, number>
}

/** Reads what one tool writes. */
export interface Adapter {
  /** What `format:` calls it: lower case, dashes. */
  name: string
  /** One line for people: which tool, which output of it. */
  title: string
  /**
   * True when the key signature of the tool is there; cheap, and false for what another adapter is to read.
   */
  recognises: (input: Input) => boolean
  /**
   * The content; throws a UserError ('results', 'no-results') that says what is wrong and where. Never yields
   * NaN, Infinity or a negative time.
   */
  read: (input: Input) => ResultFile
}

/** What is peculiar to one tool. */
interface Tool extends Omit<Adapter, 'read'> {
  /** The tool's usual name, where it is not that of the format. */
  tool?: string
  /** What is wrong with an input in which no benchmark was found. */
  empty?: string
  /** What to do where several benchmarks have one name. */
  twins?: string
  /** Adds what the input says to the results. */
  read: (input: Input, results: ResultsBuilder) => void
}

/** The adapter of a tool. */
export function adapter({ name, title, recognises, tool = name, empty, twins, read }: Tool): Adapter {
  return {
    name,
    title,
    recognises,
    read(input) {
      const results = new ResultsBuilder(input, twins)
      read(input, results)
      const file = results.file(tool)
      if (file.benchmarks.length > 0) return file
      throw nothingMeasured(input, empty ?? `it was read as ${name} and holds no benchmark`)
    },
  }
}
