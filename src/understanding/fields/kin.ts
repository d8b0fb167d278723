import kin from './words/kin.json' with { type: 'json' };

/** Whose: my and our; his, her and their. */
const mine = ['ي', 'نا'];
const theirs = ['ه', 'ها', 'هم', 'هن'];
/** Who the patient may be called after "the son of". */
const patients = ['المريض', 'المريضة', 'الحالة', 'المصاب', 'الطفل', 'الطفلة'];

/**
 * What an Arabic word of kin says of the writer, by relation: "ولدي" is written by a parent, "ولدها" and "ولد المريض" by
 * a child of the patient. Every word stands with all its possessives.
 */
export function kinPhrases(): Record<string, string[]> {
  const phrases: Record<string, string[]> = {};
  const add = (relation: string, ...all: string[]) => {
    const there = phrases[relation];
    if (there === undefined) phrases[relation] = all;
    else there.push(...all);
  };
  for (const family of kin.families) {
    for (const stem of family.stems.map((one) => one.replace('_', ' '))) {
      for (const ending of mine) add(family.mine, possessed(stem, ending), `ل${possessed(stem, ending)}`);
      if (family.theirs === '') continue;
      for (const ending of theirs) add(family.theirs, possessed(stem, ending), `انا ${possessed(stem, ending)}`);
      for (const patient of patients) add(family.theirs, `${stem} ${patient}`);
      if (!stem.includes(' ')) add(family.theirs, `ال${stem}`);
    }
  }
  return phrases;
}

/** The same for whoever is named as the patient: "المريضة: الوالدة" is written by her child. */
export function patientPhrases(): Record<string, string[]> {
  const phrases: Record<string, string[]> = {};
  for (const family of kin.families) {
    const there = phrases[family.mine] ?? [];
    for (const stem of family.stems.map((one) => one.replace('_', ' '))) there.push(`ال${stem}`, stem);
    phrases[family.mine] = there;
  }
  return phrases;
}

function possessed(stem: string, ending: string): string {
  if (stem.endsWith('ة')) return `${stem.slice(0, -1)}ت${ending}`;
  return stem + ending;
}
