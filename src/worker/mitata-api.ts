/**
 * The names of mitata's main module, as of version 1.0. Whatever does not measure comes from mitata itself.
 */
export { $, B, compact, do_not_optimize, flags, measure } from 'mitata'
export { barplot, bench, boxplot, group, lineplot, summary } from './benchmark-registry.ts'
export { run } from './run-suite.ts'
