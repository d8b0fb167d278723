import { expect, test } from '@jest/globals';
import { mask } from '../../src/understanding/private/mask.ts';
import { understood } from '../../src/understanding/wire/understood.ts';
import { rowsOf, sets, today } from '../evaluate/rows.ts';

/** Every regular expression that masking or understanding runs on any row, caught where it is run. */
function expressionsUsed(): RegExp[] {
  const used = new Map<string, RegExp>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    used.set(String(this), this);
    return exec.call(this, text);
  };
  try {
    for (const set of sets.filter((one) => one !== 'final')) {
      for (const row of rowsOf('pii', set)) mask(row.text, today);
      for (const row of rowsOf('slots', set)) understood({ text: row.text, asking: row.slot }, today);
      for (const row of rowsOf('utterances', set)) understood({ text: row.text }, today);
      for (const row of rowsOf('agency_notes', set)) understood({ text: row.text, note: true }, today);
    }
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...used.values()].filter(({ source }) => !foreign.test(source));
}

const length = 50_000;
/** An expression that looks at a few hundred characters from each is linear and slow; one that looks at all is thousands of times slower than a plain one. */
const most = 3_000;
/** libphonenumber's own, which are shown single candidates only (`private/phone.ts`). */
const foreign = /０-９/;
const units = [
  'a',
  'ا',
  '1',
  ' ',
  '\n',
  '. ',
  'a.',
  'a@',
  '1 ',
  '1-',
  'و ',
  'ab ',
  'من ',
  '/',
  ':',
  ' - ',
  '( ',
  "'",
  '⟨',
  'from 5 to ',
];
const texts = units.map((unit) => unit.repeat(length / unit.length));

function took(expression: RegExp, text: string): number {
  const began = process.hrtime.bigint();
  text.replace(new RegExp(expression.source, `${expression.flags.replace(/[gy]/g, '')}g`), '');
  return Number(process.hrtime.bigint() - began);
}

test('no expression takes more than linear work on 50,000 hostile characters', () => {
  const expressions = expressionsUsed();
  expect(expressions.length).toBeGreaterThan(100);
  const plain = Math.max(took(/(?:x|y|z|[^\s\S]){1,40}!/, texts[0] ?? ''), 500_000);
  const slow = expressions.flatMap((expression) =>
    units
      .filter((_, at) => took(expression, texts[at] ?? '') > plain * most)
      .map((unit) => [unit, String(expression).slice(0, 200)]),
  );
  expect(slow).toEqual([]);
});
