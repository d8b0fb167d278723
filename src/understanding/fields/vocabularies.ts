import { countryPhrases } from './countryNames.ts';
import age from './words/age.json' with { type: 'json' };
import ageKeys from './words/ageKeys.json' with { type: 'json' };
import city from './words/city.json' with { type: 'json' };
import clinic from './words/clinic.json' with { type: 'json' };
import dates from './words/dates.json' with { type: 'json' };
import direction from './words/direction.json' with { type: 'json' };
import documents from './words/documents.json' with { type: 'json' };
import goal from './words/goal.json' with { type: 'json' };
import language from './words/language.json' with { type: 'json' };
import logistics from './words/logistics.json' with { type: 'json' };
import numbers from './words/numbers.json' with { type: 'json' };
import other from './words/other.json' with { type: 'json' };
import speech from './words/speech.json' with { type: 'json' };
import travellers from './words/travellers.json' with { type: 'json' };
import urgency from './words/urgency.json' with { type: 'json' };
import writer from './words/writer.json' with { type: 'json' };

/** Whether a phrase is also met with Arabic letters attached: none, article and preposition before it, or possessives after it as well. */
export type Affixes = 'none' | 'before' | 'all';

type Vocabulary = {
  phrases: Readonly<Record<string, readonly string[]>>;
  affixes: Affixes;
};

/** Every vocabulary by name: code to phrases. The phrases are data that a person can review, in `words/`. */
export const vocabularies = {
  age: { phrases: age, affixes: 'all' },
  ageKeys: { phrases: ageKeys, affixes: 'before' },
  city: { phrases: city, affixes: 'before' },
  clinic: { phrases: clinic, affixes: 'none' },
  country: { phrases: countryPhrases, affixes: 'before' },
  dates: { phrases: dates, affixes: 'before' },
  direction: { phrases: direction, affixes: 'all' },
  documents: { phrases: documents, affixes: 'all' },
  goal: { phrases: goal, affixes: 'all' },
  language: { phrases: language, affixes: 'before' },
  logistics: { phrases: logistics, affixes: 'all' },
  numbers: { phrases: numbers, affixes: 'before' },
  other: { phrases: other, affixes: 'before' },
  speech: { phrases: speech, affixes: 'before' },
  travellers: { phrases: travellers, affixes: 'all' },
  urgency: { phrases: urgency, affixes: 'before' },
  writer: { phrases: writer, affixes: 'none' },
} satisfies Record<string, Vocabulary>;
