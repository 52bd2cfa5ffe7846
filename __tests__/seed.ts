import * as fc from 'fast-check'

// A gate that draws other inputs each time refuses changes that have nothing to do with them. Others are drawn by
// FAST_CHECK_SEED=$RANDOM.
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 13) })
