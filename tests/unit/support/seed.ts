// A check must say the same of the same code: property tests draw the same examples each time. `SEED=random npm test --
// unit` looks further, and prints the seed of what it finds; `SEED=123` goes over it again.
import fc from 'fast-check';

const asked = process.env['SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20251126) });
