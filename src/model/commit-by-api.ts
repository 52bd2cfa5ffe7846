/** A file to be added to a branch on top of the commit that it was last seen at. */
export interface FileAddition {
  /** Without refs/heads/. It has to exist. */
  branch: string
  expectedHeadSha: string
  message: string
  /** A path that no other change writes. */
  path: string
  content: string
}

/** Has the repository's host make a signed commit; null: the branch has moved meanwhile. */
export type CommitByApi = (addition: FileAddition) => Promise<string | null>
