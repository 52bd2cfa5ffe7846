import { join } from 'node:path'
import { main } from './action/main.ts'

await main({ workerFile: join(import.meta.dirname, 'worker.js') })
