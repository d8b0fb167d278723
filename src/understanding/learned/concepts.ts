import { skeletonOfArabic } from '../arabizi.ts';
import { foldLetters } from '../normalise.ts';
import type { Word } from '../spoken.ts';
import medical from './concepts/medical.json' with { type: 'json' };
import service from './concepts/service.json' with { type: 'json' };

/** A skeleton of fewer consonants means too many words. */
const leastConsonants = 3;
/** Letters that Arabic writes behind a word for "my", "your", "his", "our", "their", and those of verbs. */
const endings = /(?:هم|كم|نا|ها|ني|ون|وا|ين|ات|ي|ك|ه)$/;

const byWord = new Map<string, string[]>();
const bySound = new Map<string, string[]>();
const english = new Set(
  'i a an the of to in on at my me we us our you your he she it his her they them their is are was were be do does did not and or if so as by for from with'.split(
    ' ',
  ),
);
for (const [concept, languages] of [medical, service].flatMap((data) => Object.entries<Record<string, string>>(data))) {
  for (const [language, words] of Object.entries(languages)) {
    for (const written of words.split(' ')) {
      if (written === '' || written.includes('_')) continue;
      const word = foldLetters(written).replace(/'/g, '');
      file(byWord, word, concept);
      if (language === 'en') english.add(word);
      const sound = language === 'ar' ? skeletonOfArabic(word) : '';
      if (sound.length >= leastConsonants) file(bySound, sound, concept);
    }
  }
}

function file(index: Map<string, string[]>, key: string, concept: string): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [concept]);
  else if (!there.includes(concept)) there.push(concept);
}

const none: readonly string[] = [];

/** What a word is about, in either language: the names of its concepts in `concepts/`; mostly none or one. */
export function conceptsOf({ forms }: Word, sound: string): readonly string[] {
  for (const form of forms) {
    const stem = form.replace(endings, '');
    const there = byWord.get(form) ?? byWord.get(stem) ?? byWord.get(stem.replace(/ت$/, 'ه'));
    if (there !== undefined) return there;
  }
  return bySound.get(sound) ?? none;
}

/** Whether a word of Latin letters is known to be English; any other may be Arabic as well. */
export function isEnglish(word: string): boolean {
  return english.has(word) || (word.endsWith('s') && english.has(word.slice(0, -1)));
}
