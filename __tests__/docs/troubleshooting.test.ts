import { expect, test } from 'vitest'
import { TOPICS, type Topic } from '../../src/errors.ts'
import { anchorOf } from '../../src/cli/read-more.ts'
import { anchorsIn, DOCS, headingsOf, plainText } from './pages.ts'
import { fits, SITES, TEXTS } from './thrown-messages.ts'

const page = DOCS.find(({ file }) => file === 'docs/troubleshooting.md')!
const headings = headingsOf(page).filter(({ tokens }) => tokens[0]?.type === 'codespan')
const messages = headings.map(({ tokens }) => plainText(tokens))
const topics = Object.keys(TOPICS) as Topic[]

test.each(topics)('%s has one heading, to which errors lead', (topic) => {
  expect(messages.filter((message) => message === TOPICS[topic])).toEqual([TOPICS[topic]])
  expect(anchorsIn(page)).toContain(anchorOf(TOPICS[topic]))
})

test.each(topics)('%s is the topic of an error that says so', (topic) => {
  const sites = SITES.filter((site) => site.topics.includes(topic))
  const said = sites.flatMap((site) => site.messages)
  expect(said.filter((message) => fits(TOPICS[topic], message)).length, said.join('\n')).toBeGreaterThan(0)
})

test.each(SITES.map((site) => [`${site.file}, ${site.topics.join(' or ')}`, site] as const))(
  '%s: no error has a topic that is another one',
  (_, site) => {
    const fitting = site.messages.filter((message) =>
      site.topics.some((topic) => fits(TOPICS[topic as Topic], message)),
    )
    expect(fitting.length, site.messages.join('\n')).toBeGreaterThan(0)
  },
)

test.each(messages)('the program prints: %s', (message) => {
  const inside = `…${message}…`
  expect(TEXTS.some((text) => fits(message, text) || fits(inside, text))).toBe(true)
})

test('a heading fits what it says, and nothing else', () => {
  expect(fits('… does not build: …', 'base does not build: `npm ci` failed\nlines')).toBe(true)
  expect(fits('… does not build: …', 'base builds: `npm ci`')).toBe(false)
  expect(fits('There are … files', 'There are 2 files.')).toBe(false)
})
