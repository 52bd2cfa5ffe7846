/**
 * What the worker needs of Node's large modules. With an import statement Node would read every export of
 * theirs, and so load promises and streams that a measuring process may never need: 3 ms for each of the two.
 */
export const { readFileSync, writeSync } = process.getBuiltinModule('node:fs')
export const { getCallSites } = process.getBuiltinModule('node:util')
