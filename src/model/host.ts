/**
 * What the service that runs this job says about it, and the names that its users know. It is read from the
 * environment in one place (github/runner-host.ts); the rest of the program knows no service.
 */
export interface Host {
  /**
   * The branch that the change is to be merged into, and the variable that names it; null where none does.
   */
  target: { branch: string; namedBy: string } | null
  /**
   * Whether a commit is a preview: the merge of a change into its target that the service made to test the
   * result.
   */
  isPreview: (merge: { sha: string; parents: readonly string[]; subject: string }) => boolean
  /** The directory for temporary files of the job; null: the system's. */
  temporary: string | null
  /** The variables that set that directory, as part of a sentence. */
  temporaryVariables: string
  /** The system that the job runs on, as `os.type()` calls it; null: not said. */
  system: string | null
  /** The image of the machine; null where it is unknown. */
  image: string | null
  /**
   * True for variables that belong to the job itself, such as its tokens. No code of the project may see
   * them.
   */
  isOwnVariable: (name: string) => boolean
  /** How a job gets the whole history: `aside` is a remark in brackets, `clause` the end of a sentence. */
  wholeHistory: { aside: string; clause: string }
}
