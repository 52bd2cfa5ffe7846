// What the release workflow asks of docs/CHANGELOG.md, which is in the form of keepachangelog.com.

/** The oldest npm that publishes with a token of the workflow's own, without a secret. */
const OLDEST_NPM = [11, 5, 1]

interface Section {
  version: string
  /** What stands behind the version: a day, or "Unreleased". */
  date: string
  text: string
}

/** The sections of versions, as they stand: the newest first. */
function sectionsOf(changelog: string): Section[] {
  const [, ...parts] = changelog.split(/^## \[(\d+\.\d+\.\d+)\] - (.*)$/m)
  return Array.from({ length: parts.length / 3 }, (_, i) => {
    const [version, date, text] = parts.slice(3 * i, 3 * i + 3) as [string, string, string]
    // A heading without a version, such as "Unreleased", ends a section too.
    return { version, date: date.trim(), text: text.split(/^## /m)[0]!.trim() }
  })
}

/** Why a tag cannot be released, as sentences; empty when it can. */
export function releaseProblems(o: {
  tag: string
  manifestVersion: string
  changelog: string
  npmVersion: string
}): string[] {
  const version = /^v(\d+\.\d+\.\d+)$/.exec(o.tag)?.[1]
  if (version === undefined) return [`The tag ${o.tag} is not of the form v1.2.3.`]
  const problems: string[] = []
  if (o.manifestVersion !== version)
    problems.push(`The tag is ${o.tag}, but the version in package.json is ${o.manifestVersion}.`)
  const [newest] = sectionsOf(o.changelog)
  if (newest?.version !== version) {
    problems.push(
      `The newest section of docs/CHANGELOG.md is ${newest?.version ?? 'none'}: add "## [${version}] - <day>" above it.`,
    )
  } else if (!/^\d{4}-\d{2}-\d{2}$/.test(newest.date)) {
    problems.push(
      `The section ${version} of docs/CHANGELOG.md is dated "${newest.date}": write the day, as in 2026-01-31.`,
    )
  } else if (newest.text === '') problems.push(`The section ${version} of docs/CHANGELOG.md is empty.`)
  if (isOlder(o.npmVersion, OLDEST_NPM))
    problems.push(`npm ${o.npmVersion} cannot publish without a token: ${OLDEST_NPM.join('.')} is needed.`)
  return problems
}

/** The notes of a release. Throws when there are none. */
export function releaseNotes(changelog: string, tag: string): string {
  const section = sectionsOf(changelog).find(({ version }) => `v${version}` === tag)
  if (section === undefined) throw new Error(`docs/CHANGELOG.md has no section for ${tag}`)
  return `${section.text}\n`
}

function isOlder(version: string, than: readonly number[]): boolean {
  const numbers = version.split(/[.-]/).map(Number)
  const at = than.findIndex((number, i) => numbers[i] !== number)
  // What is no number is no version that anybody knows to be new enough.
  return at !== -1 && !(numbers[at]! > than[at]!)
}
