/**
 * What the service that runs this job says of it, and what its users call things. Read from the environment
 * in one place (github/runner-host.ts); the rest of the program knows no service.
 */
export interface Host {
  /** The branch that the change is to be merged into, and what names it; null where nothing does. */
  target: { branch: string; namedBy: string } | null
  /**
   * Whether a commit is the merge of a change into its target that the service made to show what would come
   * of it.
   */
  isPreview: (merge: { sha: string; parents: readonly string[]; subject: string }) => boolean
  /** Where temporary files of the job belong; null: where those of the system do. */
  temporary: string | null
  /** The variables by which users say where that is, as part of a sentence. */
  temporaryVariables: string
  /** The image of the machine; null where nobody says. */
  image: string | null
  /**
   * True for variables that belong to the job itself, such as its tokens: no code of the project is to see
   * them.
   */
  isOwnVariable: (name: string) => boolean
  /** How a job gets the whole history, said in brackets and as the end of a sentence. */
  wholeHistory: { aside: string; clause: string }
}
