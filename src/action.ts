import { join } from 'node:path'
import { main } from './action/main.ts'

// Node would open its debugger for whoever sends this signal: measured code has the right to.
process.on('SIGUSR1', () => {})

await main({
  workerFile: join(import.meta.dirname, 'worker.js'),
  dashboardPage: join(import.meta.dirname, 'dashboard.html'),
})
