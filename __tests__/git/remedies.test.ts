import { expect, test } from 'vitest'
import { explainFailure, remedyFor } from '../../src/git/remedies.ts'
import { readHost } from '../../src/github/runner-host.ts'

const USER = process.getuid!()
const HISTORY = '(with actions/checkout: fetch-depth: 0)'

/** What git 2.39 printed, in a clone at /r whose remote lies at /up. */
test.each([
  {
    name: 'a foreign owner',
    said: "fatal: detected dubious ownership in repository at '/r'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /r",
    line: "fatal: detected dubious ownership in repository at '/r'",
    remedy: `Make user ${USER} the owner of /r, or tell git that you trust it: git config --global --add safe.directory '/r'`,
  },
  {
    name: 'a foreign owner of a remote on this machine',
    said: "fatal: detected dubious ownership in repository at '../up'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory ../up\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.",
    line: "fatal: detected dubious ownership in repository at '../up'",
    remedy: `Make user ${USER} the owner of ../up, or tell git that you trust it: git config --global --add safe.directory '/up'`,
  },
  {
    name: 'a lock',
    said: "fatal: Unable to create '/r/.git/shallow.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\nan editor opened by 'git commit'. Please make sure all processes\nare terminated then try again. If it still fails, a git process\nmay have crashed in this repository earlier:\nremove the file manually to continue.",
    line: "fatal: Unable to create '/r/.git/shallow.lock': File exists.",
    remedy:
      "Wait until no git works there. Where none does, one that was killed has left the file: rm '/r/.git/shallow.lock'",
  },
  {
    name: 'a read-only mount, by the file',
    said: "fatal: Unable to create '/r/.git/shallow.lock': Read-only file system",
    line: "fatal: Unable to create '/r/.git/shallow.lock': Read-only file system",
    remedy: `Mount /r/.git writable, since git keeps there what it fetches, or fetch what is needed beforehand ${HISTORY}.`,
  },
  {
    name: 'a read-only mount, without a file',
    said: 'error: unable to create temporary file: Read-only file system\nfatal: failed to write object\nfatal: unpack-objects failed',
    line: 'error: unable to create temporary file: Read-only file system',
    remedy: `Mount /r/.git writable, since git keeps there what it fetches, or fetch what is needed beforehand ${HISTORY}.`,
  },
  {
    name: 'objects of another user',
    said: 'error: insufficient permission for adding an object to repository database .git/objects\nfatal: failed to write object\nfatal: unpack-objects failed',
    line: 'error: insufficient permission for adding an object to repository database .git/objects',
    remedy: `Let user ${USER} read and write there (chown -R ${USER} '/r/.git/objects'), or fetch what is needed beforehand ${HISTORY}.`,
  },
  {
    name: 'packs of another user',
    said: "fatal: Unable to create temporary file '/r/.git/objects/pack/tmp_pack_XXXXXX': Permission denied\nfatal: fetch-pack: invalid index-pack output",
    line: "fatal: Unable to create temporary file '/r/.git/objects/pack/tmp_pack_XXXXXX': Permission denied",
    remedy: `Let user ${USER} read and write there (chown -R ${USER} '/r/.git/objects/pack'), or fetch what is needed beforehand ${HISTORY}.`,
  },
  {
    name: 'refs of another user',
    said: "error: cannot lock ref 'refs/x': Unable to create '/r/.git/refs/x.lock': Permission denied",
    line: "error: cannot lock ref 'refs/x': Unable to create '/r/.git/refs/x.lock': Permission denied",
    remedy: `Let user ${USER} read and write there (chown -R ${USER} '/r/.git/refs'), or fetch what is needed beforehand ${HISTORY}.`,
  },
  {
    name: 'settings of another user',
    said: "warning: unable to access '/root/.config/git/attributes': Permission denied\nfatal: unable to access '/root/.config/git/config': Permission denied",
    line: "warning: unable to access '/root/.config/git/attributes': Permission denied",
    remedy: `Let user ${USER} read /root/.config/git/attributes, or point HOME to a directory of this user: git takes its settings from there.`,
  },
])('$name', ({ said, line, remedy }) => {
  expect(explainFailure(said, '/r', readHost({}))).toEqual({ line, remedy })
})

test.each([
  'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
  'git@host: Permission denied, please try again.',
  "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
  "remote: fatal: Unable to create '/srv/x.lock': Permission denied",
  "fatal: unable to access 'https://host/r.git/': The requested URL returned error: 403",
])('is not about this machine: %s', (said) => {
  expect(explainFailure(said, '/r')).toBeNull()
})

test('credentials that are missing, and what is not known', () => {
  expect(remedyFor('git@github.com: Permission denied (publickey).', '/r', readHost({}))).toBe(
    `Fetch what is needed beforehand ${HISTORY}; Benchgate asks for no password.`,
  )
  expect(remedyFor('fatal: bad object', '/r')).toBe('Run the command in /r to see more.')
})
