/** `npm run kill [-- --seed 1 --kills 200 --phones 50]`: the kill test at full length. */
import { parseArgs } from 'node:util';
import { killTest } from './killTest.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '200' },
    phones: { type: 'string', default: '50' },
  },
});
const [seed, kills, phones] = [Number(values.seed), Number(values.kills), Number(values.phones)];
const progress = (line: string) => void process.stderr.write(`${line}\n`);
progress(`seed ${seed}: ${kills} kills, ${phones} families at a time`);
try {
  const summary = await killTest({ seed, kills, phones, progress });
  for (const each of summary.violations) progress(each);
  process.stdout.write(`${JSON.stringify({ ...summary, violations: summary.violations.length })}\n`);
  process.exit(summary.violations.length === 0 ? 0 : 1);
} catch (error) {
  progress(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
  process.exit(1);
}
