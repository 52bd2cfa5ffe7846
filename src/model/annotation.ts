/** A remark on a line of the benchmarks' source, in plain text. */
export interface Annotation {
  level: 'error' | 'warning'
  title: string
  message: string
  /** Relative to the root of the repository. Null where no line is known; `line` is null then too. */
  file: string | null
  /** 1-based. */
  line: number | null
}
