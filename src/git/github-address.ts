/** `owner/repository` of an address on github.com; null: it is none. */
export function repositoryOnGithub(url: string): string | null {
  const address = /^(?:git\+)?(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]+@)?github\.com[/:]([^?#]+)$/.exec(
    url,
  )?.[1]
  return /^([\w-][\w.-]*\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? '')?.[1] ?? null
}
