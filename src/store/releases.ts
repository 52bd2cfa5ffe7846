/**
 * What names a release: a version of two to four numbers, behind the name of a package or a `v` where there
 * is one (`v1.2.3`, `2026.11`, `@scope/name@1.0.0`). Not `1.0.0-rc.1`, which comes before one, and not `v1`,
 * which moves from release to release. Nothing else that a ref may hold gets through.
 */
const RELEASE = /^(?:[\w.@/-]{0,100}[@/-])?v?\d{1,9}(?:\.\d{1,9}){1,3}(?:\+[\w.-]{1,50})?$/
/** `<id>\trefs/tags/<name>`; with `^{}` the commit behind a tag that is an object of its own. */
const LINE = /^([0-9a-f]{40,64})\trefs\/tags\/([^^]+)(\^\{\})?$/

/** A repository of many packages tags a commit for each of them. */
const MAX_NAMES = 20

/** Release tags by commit, from the lines of `git ls-remote --tags`; at most 20 of one commit. */
export function releasesIn(listed: string): Map<string, string[]> {
  const commits = new Map<string, string>()
  for (const line of listed.split('\n')) {
    const [, id, name] = LINE.exec(line) ?? []
    // The commit behind a tag is listed after the tag.
    if (name !== undefined && RELEASE.test(name)) commits.set(name, id!)
  }
  const releases = new Map<string, string[]>()
  for (const [name, commit] of commits) {
    const names = releases.get(commit) ?? []
    if (names.length < MAX_NAMES) names.push(name)
    releases.set(commit, names)
  }
  return releases
}
