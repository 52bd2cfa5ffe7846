/** A file to be added to a branch on top of the last commit seen there. */
export interface FileAddition {
  /** Without refs/heads/. The branch has to exist. */
  branch: string
  expectedHeadSha: string
  message: string
  /** A path that no other commit writes. */
  path: string
  content: string
}

/** Makes the repository's host create a signed commit. Null: the branch has moved meanwhile. */
export type CommitByApi = (addition: FileAddition) => Promise<string | null>
