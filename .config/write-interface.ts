import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actionYml, withTables } from './interface.ts'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
await writeFile(join(root, 'action.yml'), actionYml())
await writeFile(readme, withTables(await readFile(readme, 'utf8')))
