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

/** Has the host of the repository make a signed commit; resolves with it, or with null where the branch has moved meanwhile. */
export type CommitByApi = (addition: FileAddition) => Promise<string | null>
