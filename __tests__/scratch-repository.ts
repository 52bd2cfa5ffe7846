import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const IDENTITY = [
  '-c',
  'user.name=Test',
  '-c',
  'user.email=test@example.invalid',
  '-c',
  'commit.gpgsign=false',
]

/** A git repository in a scratch directory; every commit is a set of files by path. */
export class ScratchRepository {
  readonly directory: string

  constructor() {
    this.directory = mkdtempSync(join(tmpdir(), 'benchgate-test-'))
    this.git('init', '-q', '-b', 'main')
  }

  git(...args: string[]): string {
    return execFileSync('git', [...IDENTITY, ...args], { cwd: this.directory, encoding: 'utf8' }).trim()
  }

  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.directory, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }

  copy(from: string): void {
    cpSync(from, this.directory, { recursive: true })
  }

  /** Commits everything and returns the new commit's id. */
  commit(message: string): string {
    this.git('add', '-A')
    this.git('commit', '-q', '--allow-empty', '-m', message)
    return this.git('rev-parse', 'HEAD')
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}
