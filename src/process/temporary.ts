/** An environment with another directory for temporary files; null: with the one that it has. */
export const withTemporary = (env: NodeJS.ProcessEnv, directory: string | null): NodeJS.ProcessEnv =>
  directory === null ? env : { ...env, TMPDIR: directory }
