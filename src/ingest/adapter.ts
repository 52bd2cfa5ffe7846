import type { ResultFile } from '../model/result-file.ts'

/** One file as it was read, or all text files of one directory by their path in it. */
export interface Input {
  /** As the user named it, for messages. */
  path: string
  /** Text without a byte order mark; for a directory the empty text. */
  text: string
  /** The text as JSON, where it is JSON (bare NaN and Infinity taken as null); else undefined. */
  json: unknown
  /** Text files of a directory by path with `/`; null: the input is one file. */
  files: ReadonlyMap<string, string> | null
}

/** Reads what one tool writes. */
export interface Adapter {
  /** What `format:` calls it: lower case, dashes. */
  name: string
  /** One line for people: which tool, which output of it. */
  title: string
  /** True when the key signature of the tool is there; cheap, and false for what another adapter is to read. */
  recognises: (input: Input) => boolean
  /** The content; throws a UserError ('results') that says what is wrong and where. Never yields NaN, Infinity or a negative time. */
  read: (input: Input) => ResultFile
}
