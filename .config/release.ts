import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { releaseNotes, releaseProblems } from './changelog.ts'

// The release workflow calls it, with nothing installed: `check <tag> <version of npm>` or `notes <tag>`.

const [task, tag = '', npmVersion = ''] = process.argv.slice(2)
const changelog = readFileSync(join(import.meta.dirname, '../docs/CHANGELOG.md'), 'utf8')
if (task === 'notes') process.stdout.write(releaseNotes(changelog, tag))
else if (task === 'check') {
  const problems = releaseProblems({ tag, manifestVersion: manifest.version, changelog, npmVersion })
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
} else throw new Error(`usage: release.ts check <tag> <version of npm> | notes <tag>`)
