import fc from 'fast-check'

const asked = process.env.REBOUND_FUZZ_SEED ?? '20261123'

// The same cases in every run, so that a red property means a change of ours; REBOUND_FUZZ_SEED=random looks for new ones.
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) })
