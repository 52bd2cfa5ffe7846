export interface MetricOptions {
    /**
     * The value is in this unit, as written: `ms`, `MB`, `items/s`, `%` (where 97 is 97 %), or any word of at
     * most 40 characters. Left out: a plain number.
     */
    unit?: string | undefined;
    /**
     * Which way is better. Left out: the config file says it under `metrics:`.
     */
    better?: 'lower' | 'higher' | undefined;
}
/**
 * Reports a number that a benchmark knows about itself, such as a hit rate or the length of a queue: call it
 * inside the benchmark, in any of its calls, in its set-up or after its last call.
 *
 * Of one process the metric is the mean of what was reported from the first measured call on. What was
 * reported before, while the benchmark warmed up, counts only where nothing follows: so a number that the
 * set-up reports once stands. A call that comes late, from a promise that nobody awaits, counts for the
 * benchmark that runs by then.
 *
 * A call takes some 10 ns (two or more metrics in turn: 20 ns each), which are part of the time of whatever
 * it stands in.
 *
 * Does nothing outside of Benchgate, and never throws: in Benchgate's report stands what was wrong with the
 * arguments.
 *
 * @param id Name for budgets and reports, of at most 100 characters; 64 a benchmark. Benchgate's own names,
 * `time` and
 *   `throughput` among them, are taken.
 * @param value A finite number, 0 or above.
 *
 * @example
 * bench('lookup', function* () {
 *   const cache = filledCache()
 *   yield () => cache.get(nextKey())
 *   metric('hit-rate', (100 * cache.hits) / cache.lookups, { unit: '%', better: 'higher' })
 * })
 */
export declare function metric(id: string, value: number, options?: MetricOptions): void;
