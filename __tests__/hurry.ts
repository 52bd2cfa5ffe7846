// A process that measures spends 50 ms of its 130 in the warm-up and the window of a benchmark. Where benchmarks say
// themselves what they take, that wins nothing: here their processes, and no other, hear of a shorter plan. How many
// samples, blocks and looks there are is as ever.

const SHORTER = `const channel = process.env.BENCHGATE_PLAN
if (channel !== undefined) {
  const fs = process.getBuiltinModule('fs')
  const { readFileSync } = fs
  fs.readFileSync = (file, ...rest) => {
    const text = readFileSync(file, ...rest)
    if (file !== Number(channel)) return text
    fs.readFileSync = readFileSync
    return JSON.stringify({ ...JSON.parse(text), warmups: {}, warmupMs: 1, traceMs: 1, windowMs: 1 })
  }
}`

/** For gates of benchmarks that state their times. */
export const HURRY = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHORTER)}` }
