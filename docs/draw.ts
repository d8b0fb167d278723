import { writeFileSync } from 'node:fs';
import { briefJsonSchema } from '../src/brief/schema.ts';
import { picture } from './picture.ts';

writeFileSync(new URL('./dialogue.md', import.meta.url), picture());
writeFileSync(new URL('./brief.schema.json', import.meta.url), `${JSON.stringify(briefJsonSchema(), null, 2)}\n`);
