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
for (const [concept, languages] of [medical, service].flatMap((data) => Object.entries<Record<string, string>>(data))) {
  for (const [language, words] of Object.entries(languages)) {
    for (const written of words.split(' ')) {
      if (written === '' || written.includes('_')) continue;
      const word = foldLetters(written).replace(/'/g, '');
      file(byWord, word, concept);
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
export function conceptsOf({ forms, skeleton }: Word, sound: string): readonly string[] {
  for (const form of forms) {
    const there = byWord.get(form) ?? byWord.get(form.replace(endings, ''));
    if (there !== undefined) return there;
  }
  return (skeleton === '' ? undefined : bySound.get(sound)) ?? none;
}
