import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releaseNotes, releaseProblems } from '../.config/changelog.ts'
import manifest from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const CHANGELOG = `# Changelog

All notable changes.

## [Unreleased]

## [0.2.0] - 2026-12-01

### Added

- \`init\`. See [0.1.0] - it was missing there.

## [0.1.0] - 2026-11-01

First.
`
const given = (o: Partial<Parameters<typeof releaseProblems>[0]>) =>
  releaseProblems({
    tag: 'v0.2.0',
    manifestVersion: '0.2.0',
    changelog: CHANGELOG,
    npmVersion: '11.5.1',
    ...o,
  })

test('the newest section is released, when tag and package agree', () => {
  expect(given({})).toEqual([])
})

test.each([
  { tag: 'v0.2', says: ['The tag v0.2 is not of the form v1.2.3.'] },
  { tag: 'v0.2.0-rc.1', says: ['The tag v0.2.0-rc.1 is not of the form v1.2.3.'] },
  { tag: '0.2.0', says: ['The tag 0.2.0 is not of the form v1.2.3.'] },
  {
    // `latest` and v0 would go back.
    tag: 'v0.1.0',
    says: [
      'The tag is v0.1.0, but the version in package.json is 0.2.0.',
      'The newest section of docs/CHANGELOG.md is 0.2.0: add "## [0.1.0] - <day>" above it.',
    ],
  },
])('the tag $tag', ({ tag, says }) => {
  expect(given({ tag })).toEqual(says)
})

test.each([
  {
    name: 'undated',
    changelog: CHANGELOG.replace('2026-12-01', 'Unreleased'),
    says: ['The section 0.2.0 of docs/CHANGELOG.md is dated "Unreleased": write the day, as in 2026-01-31.'],
  },
  {
    name: 'empty',
    changelog: '## [0.2.0] - 2026-12-01\n\n## [0.1.0] - 2026-11-01\n\nFirst.\n',
    says: ['The section 0.2.0 of docs/CHANGELOG.md is empty.'],
  },
  {
    name: 'missing',
    changelog: '# Changelog\n',
    says: ['The newest section of docs/CHANGELOG.md is none: add "## [0.2.0] - <day>" above it.'],
  },
])('a section that is $name', ({ changelog, says }) => {
  expect(given({ changelog })).toEqual(says)
})

describe('npm', () => {
  test.each(['11.5.1', '11.5.2', '11.10.0', '12.0.0', '11.6.0-pre.1'])('%s can publish', (npmVersion) => {
    expect(given({ npmVersion })).toEqual([])
  })
  test.each(['11.5.0', '11.4.9', '10.99.9', '9.0.0', '', 'x'])('"%s" cannot', (npmVersion) => {
    expect(given({ npmVersion })).toEqual([
      `npm ${npmVersion} cannot publish without a token: 11.5.1 is needed.`,
    ])
  })
})

describe('the notes', () => {
  test('are the section, without its heading and up to the next one', () => {
    expect(releaseNotes(CHANGELOG, 'v0.2.0')).toBe(
      '### Added\n\n- `init`. See [0.1.0] - it was missing there.\n',
    )
    expect(releaseNotes(CHANGELOG, 'v0.1.0')).toBe('First.\n')
    expect(() => releaseNotes(CHANGELOG, 'v0.3.0')).toThrow('docs/CHANGELOG.md has no section for v0.3.0')
  })

  test('are what was written, whatever it was', () => {
    const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((numbers) => numbers.join('.'))
    const text = fc
      .array(fc.stringMatching(/^[ -~]{1,40}$/), { maxLength: 6 })
      .map((lines) => lines.join('\n').trim())
      .filter((text) => !/^## /m.test(text))
    const sections = fc.uniqueArray(fc.tuple(version, text), {
      maxLength: 6,
      selector: ([version]) => version,
    })
    fc.assert(
      fc.property(sections, (sections) => {
        const changelog = sections.map(([version, text]) => `## [${version}] - 2026-01-01\n\n${text}\n\n`)
        for (const [version, text] of sections)
          expect(releaseNotes(`# Changelog\n\n${changelog.join('')}`, `v${version}`)).toBe(`${text}\n`)
      }),
    )
  })
})

describe('the script of the workflow', () => {
  const release = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, '.config/release.ts'), ...args],
      { encoding: 'utf8' },
    )
    return { status, stdout, stderr }
  }

  test('check', () => {
    expect(release('check', 'v99.0.0', '11.5.1')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(`^The tag is v99\\.0\\.0, but the version in package\\.json is ${manifest.version}\\.\n`),
      ),
    })
  })

  test('notes, of the version in package.json', () => {
    const changelog = readFileSync(join(root, 'docs/CHANGELOG.md'), 'utf8')
    expect(release('notes', `v${manifest.version}`)).toEqual({
      status: 0,
      stdout: releaseNotes(changelog, `v${manifest.version}`),
      stderr: '',
    })
  })
})

test('nothing but its date keeps this version from being released', () => {
  const changelog = readFileSync(join(root, 'docs/CHANGELOG.md'), 'utf8')
  const { version } = manifest
  expect(
    releaseProblems({
      tag: `v${version}`,
      manifestVersion: version,
      changelog: changelog.replace(`## [${version}] - Unreleased`, `## [${version}] - 2026-12-01`),
      npmVersion: '11.5.1',
    }),
  ).toEqual([])
})
