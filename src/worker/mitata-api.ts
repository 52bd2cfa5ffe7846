/** The names of mitata's main module, of version 1.0. What does not measure is mitata's own. */
export { $, B, compact, do_not_optimize, flags, measure } from 'mitata'
export { barplot, bench, boxplot, group, lineplot, summary } from './benchmark-registry.ts'
export { run } from './run-suite.ts'
