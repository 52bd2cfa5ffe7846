import { expect, test } from 'vitest'
import { kindOf, refusalError, Refused } from '../../src/store/refused.ts'

const REJECTED = "error: failed to push some refs to 'https://github.com/o/r.git'"

test.each([
  ['moved', ` ! [rejected]        abc -> benchgate (fetch first)\n${REJECTED}`],
  ['moved', ` ! [rejected]        abc -> benchgate (non-fast-forward)\n${REJECTED}`],
  [
    'moved',
    ` ! [remote rejected] abc -> benchgate (cannot lock ref 'refs/heads/benchgate': is at 1 but expected 2)\n${REJECTED}`,
  ],
  ['moved', ` ! [remote rejected] abc -> benchgate (failed to update ref)\n${REJECTED}`],
  ['moved', ` ! [remote rejected] abc -> benchgate (incorrect old value provided)\n${REJECTED}`],
  ['moved', ` ! [remote rejected] abc -> benchgate (reference already exists)\n${REJECTED}`],
  ['moved', ` ! [rejected]        abc -> benchgate (stale info)\n${REJECTED}`],
  [
    'rule',
    `remote: error: GH006: Protected branch update failed for refs/heads/benchgate.\nremote: error: Changes must be made through a pull request.\n ! [remote rejected] abc -> benchgate (protected branch hook declined)\n${REJECTED}`,
  ],
  [
    'rule',
    `remote: error: GH013: Repository rule violations found for refs/heads/benchgate.\nremote: - Changes must be made through a pull request.\n ! [remote rejected] abc -> benchgate (push declined due to repository rule violations)\n${REJECTED}`,
  ],
  [
    'signature',
    `remote: error: GH013: Repository rule violations found for refs/heads/benchgate.\nremote: - Commits must have verified signatures.\nremote:   Found 1 violation:\n ! [remote rejected] abc -> benchgate (push declined due to repository rule violations)\n${REJECTED}`,
  ],
  ['rule', ` ! [remote rejected] abc -> benchgate (pre-receive hook declined)\n${REJECTED}`],
  [
    'denied',
    `remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 403`,
  ],
  [
    'denied',
    `remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 403`,
  ],
  [
    'archived',
    `remote: This repository was archived so it is read-only.\nfatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 403`,
  ],
  ['missing', `remote: Repository not found.\nfatal: repository 'https://github.com/o/r.git/' not found`],
  ['missing', "fatal: '/srv/none' does not appear to be a git repository"],
  ['unauthenticated', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
  [
    'unauthenticated',
    'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
  ],
  ['disk', 'error: unable to write file objects/ab: No space left on device'],
  ['disk', "error: cannot lock ref 'refs/benchgate/tip': No space left on device"],
  [
    'unwritable',
    'error: insufficient permission for adding an object to repository database ./objects\nfatal: failed to write object\nfatal: unpack-objects failed',
  ],
  [
    'unwritable',
    "error: cannot lock ref 'refs/benchgate/tip': Unable to create '/t/refs/benchgate/tip.lock': Permission denied",
  ],
  ['unwritable', "fatal: Unable to create '/t/shallow.lock': Read-only file system"],
  [
    'remote-unwritable',
    "error: remote unpack failed: unable to create temporary object directory\nTo ../bare\n ! [remote rejected] HEAD -> main (unpacker error)\nerror: failed to push some refs to '../bare'",
  ],
  [
    'distrusted',
    "fatal: detected dubious ownership in repository at '../bare'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory ../bare\nfatal: Could not read from remote repository.",
  ],
  [
    'moved',
    "remote: error: cannot lock ref 'refs/heads/main': Unable to create '/b/refs/heads/main.lock': File exists.\n ! [remote rejected] HEAD -> main (failed to update ref)",
  ],
  [
    'remote-disk',
    'remote: fatal: write error: No space left on device\n ! [remote rejected] abc -> benchgate (unpacker error)',
  ],
  [
    'unreachable',
    "fatal: unable to access 'https://github.com/o/r.git/': Could not resolve host: github.com",
  ],
  [
    'unreachable',
    "fatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 503",
  ],
  [
    'unreachable',
    'error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly',
  ],
  ['no-branch', "fatal: couldn't find remote ref refs/heads/benchgate"],
  ['no-objects', 'error: Server does not allow request for unadvertised object 1234'],
  ['no-objects', 'fatal: remote error: upload-pack: not our ref 1234'],
  ['unknown', 'fatal: bad tree object 1234'],
])('%s: %s', (kind, said) => {
  expect(kindOf(said)).toBe(kind)
})

test('the message holds what the remote said, the remedy what to do', () => {
  const said = `remote: error: GH006: Protected branch update failed for refs/heads/benchgate.        \nremote: error: Changes must be made through a pull request.\n ! [remote rejected] abc -> benchgate (protected branch hook declined)\nerror: failed to push some refs to 'https://u:secret@github.com/o/r.git'`
  const error = refusalError(new Refused(said), { branch: 'benchgate', doing: 'written' })
  expect(error.code).toBe('store')
  expect(error.message).toContain(
    'GH006: Protected branch update failed for refs/heads/benchgate.; Changes must be made',
  )
  expect(error.message).not.toContain('secret')
  expect(error.remedy).toContain('Exempt the branch benchgate')
})

test('a token that may not write is told apart from one that may not read', () => {
  const refused = new Refused(
    "fatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 403",
  )
  expect(refusalError(refused, { branch: 'b', doing: 'written' }).remedy).toContain('contents: write')
  expect(refusalError(refused, { branch: 'b', doing: 'read' }).remedy).toContain('contents: read')
})
