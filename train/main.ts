import { writeFileSync } from 'node:fs';
import { modelFrom, trainingRows } from './model.ts';

/** `npm run train`: learns `src/understanding/learned/model.json` from `train/rows` alone. */
const rows = trainingRows();
const model = modelFrom(rows);
const text = `${JSON.stringify(model)}\n`;
writeFileSync(new URL('../src/understanding/learned/model.json', import.meta.url), text);
console.log(`${rows.length} rows, ${model.labels.length} labels, ${text.length} bytes`);
