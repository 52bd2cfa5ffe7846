/** A remark on a line of the benchmarks' source, in plain text. */
export interface Annotation {
  level: 'error' | 'warning'
  title: string
  message: string
  /** Relative to the root of the repository; null: no line is known, then `line` is null too. */
  file: string | null
  /** From 1. */
  line: number | null
}
