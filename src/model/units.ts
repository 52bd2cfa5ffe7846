// What the readers of results import until they have moved.
export { normalUnit, toNanoseconds } from './unit.ts'
