import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actionYml, formatsTs, withTables } from './interface.ts'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
await writeFile(join(root, 'action.yml'), actionYml())
await writeFile(readme, withTables(await readFile(readme, 'utf8')))
await writeFile(join(root, 'src', 'model', 'formats.ts'), formatsTs())
