import { readField } from '../fields/findFields.ts';
import type { Found } from '../fields/found.ts';
import { leadingLabel, trailingLabel } from '../fields/labels.ts';
import { type Hit, hitsOf } from '../fields/lexicon.ts';
import { tokensOf } from '../fields/tokens.ts';
import type { vocabularies } from '../fields/vocabularies.ts';
import type { Listening } from '../meaning.ts';
import { clean, fold, type Text, textOf } from '../normalise.ts';
import words from './words/fragments.json' with { type: 'json' };

/**
 * What the clauses of a note answer that stand for themselves, as in a form without labels: "SA / ortho / 45 / arabic".
 * `sure`: a label stands beside the answer, without a sign between ("medium urgency").
 */
export function fragmentsIn(
  note: string,
  listening: Listening,
): { sure: Map<string, Found>; found: Map<string, Found> } {
  const [sure, found] = [new Map<string, Found>(), new Map<string, Found>()];
  for (const clause of note.split(/[,;\n|]|[.!?](?=\s|$)|\/(?!\d)| [-–—] |\)|\(/)) {
    const text = textOf(clause.replace(/^\s*(?:\d{1,2} ?[.)-]|[-*•–])\s*/, ''));
    if (text.words.length === 0) continue;
    const total = totalIn(text);
    if (total !== null) take(sure, 'family_size', textOf(`${total} people`), listening);
    if (text.words.length > longest) continue;
    const lead = leadingLabel(text.clean) ?? trailingLabel(text.clean);
    if (lead !== null && leading.has(lead.field)) take(sure, lead.field, textOf(lead.rest), listening);
    for (const field of bare) if (isBare(field, text)) take(found, field, text, listening);
  }
  return { sure, found };
}

/** What those who travel come to: "with his wife and a nurse = 3", "يعني ٤", "they r 3", "2 ladies in total". */
function totalIn({ clean: clause }: Text): string | null {
  const summed =
    /(?:=|(?:^| )(?:so|then|total|يعني|المجموع|مجموعهم)) ?(\d{1,2})(?: (?:pax|persons?|people|travell?ers?|اشخاص))?$/i.exec(
      clause,
    );
  if (summed !== null && company.test(clause)) return summed[1] ?? null;
  return (
    (/^(?:they|they all|all|total) (?:r|are|=) (\d{1,2})$/i.exec(clause) ??
      /^(\d{1,2}) \p{L}+ (?:in total|total|altogether)$/iu.exec(clause))?.[1] ?? null
  );
}
/** Words of those who travel with somebody. */
const company =
  /(?:^|[^\p{L}])(?:with|w|and|n|travel\p{L}*|going|مع|معه|معها|معاه\p{L}*|ومع\p{L}*|يسافر\p{L}*)(?!\p{L})|\+/iu;

/** A clause of more words says more than one answer. */
const longest = 6;
/** Labels that need no sign behind them, because their words are hardly used otherwise. */
const leading = new Set(['language', 'age_group', 'urgency', 'country']);
const bare = ['country', 'language', 'goal', 'age_group', 'urgency', 'family_size'] as const;

function take(found: Map<string, Found>, field: string, text: Text, listening: Listening): void {
  if (found.has(field)) return;
  const said = readField(field, text, listening);
  if (said !== null && said.near !== true) found.set(field, said);
}

/** Whether a clause is an answer to this field and little else. */
function isBare(field: (typeof bare)[number], text: Text): boolean {
  switch (field) {
    case 'age_group':
      return aged.test(text.fold);
    case 'family_size':
      return party.test(text.fold);
    case 'urgency':
      return urgencies.has(text.fold);
    case 'country':
      return coveredBy(text, field, 0) && !/(?:^|[^A-Za-z])us(?![A-Za-z])/.test(text.clean);
    case 'language':
      return coveredBy(text, field, 0);
    case 'goal':
      return (
        coveredBy(text, field, 1) && hitsOf(text, 'speech').every((hit) => hit.code !== 'past' && hit.code !== 'not')
      );
  }
}

/** An age alone, or beside the sex: of a grown person, for a smaller number may count anything. */
const aged =
  /^(?:(?:a|an|male|female|man|lady|gentleman|woman|m|f|mr|mrs|pt|patient|رجل|ريال|رجال|امراه|حرمه|سيده|انثي|ذكر|مريض|مريضه|شاب|شابه) )*(?:1[3-9]|[2-9]\d|(?:early |mid |late |in (?:his|her) )*[2-9]0s)(?: ?(?:m|f|y|yo|yrs|years|male|female|man|lady|سنه|عام|old|o)| )*$/;
const party =
  /^(?:(?:total|for|all|we are|they are|they r|هم|عددهم|المجموع|=) )*(?:\d{1,2}(?= ?[^\d ])|one|two|thre|four|five|six|واحد|اثنين|شخصين|ثلاثه|اربعه|خمسه|سته|\d{1,2} ?\+ ?\d) ?(?:pax|px|persons?|people|ppl|travelers?|pasengers?|adults?|اشخاص|شخص|افراد|مسافرين|انفار|نفر|total|in total|traveling|travel|in al)? ?(?:in total|total|in al)?$/;

/** Said alone, these can only be an urgency; in other company they say other things ("stable now", "any time"). */
const urgencies = new Set(words.urgency.map((phrase) => fold(clean(phrase))));

/** Whether all words of a clause but `spare` belong to a vocabulary or are little words. */
function coveredBy(text: Text, list: keyof typeof vocabularies, spare: number): boolean {
  const own = hitsOf(text, list).filter((hit) => hit.code !== 'none');
  if (own.length === 0) return false;
  const small = hitsOf(text, 'speech').filter((hit) => little.has(hit.code));
  const covered = (at: number) => [...own, ...small].some((hit: Hit) => hit.from <= at && at < hit.to);
  return tokensOf(text).filter((token, at) => !covered(at) && !smallWords.has(token.fold)).length <= spare;
}
const little = new Set(['filler', 'not', 'want']);
const smallWords = new Set(words.small.split(' ').map((word) => fold(clean(word)) || word));
