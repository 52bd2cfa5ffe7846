import { expect, test } from 'vitest'
import { withoutCredentials } from '../../src/git/variables.ts'
import { checkBranch, checkRemote, credentialsApart } from '../../src/store/address.ts'

test.each(['benchgate', 'benchgate-nightly', 'perf/data', 'v1.2', 'größe'])('the branch %s', (branch) => {
  expect(() => checkBranch(branch)).not.toThrow()
})

test.each([
  'https://github.com/o/r.git',
  'git@github.com:o/r.git',
  'ssh://git@host/r',
  '/srv/git/r.git',
  'file:///srv/r.git',
])('the remote %s', (remote) => {
  expect(() => checkRemote(remote)).not.toThrow()
})

test('a password in an address is never shown', () => {
  expect(
    withoutCredentials("fatal: unable to access 'https://user:secret@host/r.git/': 403, ssh://git@h/x"),
  ).toBe("fatal: unable to access 'https://host/r.git/': 403, ssh://h/x")
  expect(() => checkRemote('https://user:secret@host/\u0007')).toThrow(expect.not.stringContaining('secret'))
})

test('a password in an address becomes a header', () => {
  const { remote, settings } = credentialsApart('https://user:p%40ss@host:8443/o/r.git')
  expect(remote).toBe('https://host:8443/o/r.git')
  expect(settings).toEqual([
    [
      'http.https://host:8443/.extraheader',
      `AUTHORIZATION: basic ${Buffer.from('user:p@ss').toString('base64')}`,
    ],
  ])
  for (const other of ['https://host/r@2.git', 'git@host:o/r.git', '/srv/r.git']) {
    expect(credentialsApart(other)).toEqual({ remote: other, settings: [] })
  }
})
