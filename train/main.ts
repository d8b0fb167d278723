import { readFileSync, writeFileSync } from 'node:fs';
import { modelFrom, trainingRows } from './model.ts';

/**
 * `npm run train`: learns `src/understanding/learned/model.json` from `train/rows` alone, in seconds, always the same.
 * `-- --check` writes nothing and fails if the file is not what the rows and the code give.
 */
const file = new URL('../src/understanding/learned/model.json', import.meta.url);
const rows = trainingRows();
const model = modelFrom(rows);
const text = `${JSON.stringify(model)}\n`;
const told = `${rows.length} rows, ${model.labels.length} labels, ${text.length} bytes`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log(told);
} else if (readFileSync(file, 'utf8') === text) {
  console.log(`${told}: the model is what they give`);
} else {
  console.error('The model is not what the rows and the code give: npm run train');
  process.exitCode = 1;
}
