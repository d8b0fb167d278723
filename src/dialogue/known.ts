import { type Field, family, type Question } from '../../flows/family.ts';
import type { Facts, Known, Unsure } from './facts.ts';

const questions: readonly (Question & { field: Field })[] = family;

export const fieldsOf = (stage: Question['stage']): Field[] =>
  questions.filter((question) => question.stage === stage).map((question) => question.field);

/** The nine, in the order in which they are asked (R001 to R009). */
export const intake = fieldsOf('intake');

export const isField = (name: string): name is Field => questions.some((question) => question.field === name);

export function questionOf(field: Field): Question {
  const question = questions.find((each) => each.field === field);
  if (!question) throw new Error(`No question for the field ${field}`);
  return question;
}

/** Lines of the review card, in order: the nine, then who writes, then what is optional and was given. */
export const cardFields: Field[] = [...intake, ...fieldsOf('opening'), ...fieldsOf('optional'), ...fieldsOf('after')];

/** The field that is due: one being changed, else, until the case is filed, the first that was never answered (R019). */
export function dueField(facts: Facts): Field | undefined {
  if (facts.reopened && isField(facts.reopened)) return facts.reopened;
  if (facts.revision > 0) return undefined;
  return [...fieldsOf('opening'), ...intake].find((field) => facts.known[field] === undefined);
}

export const isMinor = (facts: Facts): boolean =>
  ['0-1', '2-12', '13-17'].includes(String(facts.known.age_group?.value ?? ''));

/** Adds an answer. An earlier, different one is replaced, and the change is marked for the brief's audit line (R129). */
export function remember(facts: Facts, field: Field, answer: Omit<Known, 'corrected'>): Facts {
  const before = facts.known[field];
  const changed = before !== undefined && JSON.stringify(before.value) !== JSON.stringify(answer.value);
  const known: Known = changed || before?.corrected ? { ...answer, corrected: true } : answer;
  // The latest answer stands last: "back" goes through them in this order.
  const { [field]: _before, ...others } = facts.known;
  return settle({ ...facts, known: { ...others, [field]: known } }, field, facts.revision > 0 && (changed || !before));
}

/** Takes an answer away: it is missing again. */
export function forget(facts: Facts, field: Field): Facts {
  const { [field]: _gone, ...known } = facts.known;
  return settle({ ...facts, known }, field, facts.revision > 0);
}

function settle(facts: Facts, field: Field, unsent: boolean): Facts {
  const { reopened, unsure, ...rest } = facts;
  const others = (unsure ?? []).filter((each) => each.field !== field);
  return {
    ...rest,
    ...(reopened && reopened !== field ? { reopened } : {}),
    ...(others.length > 0 ? { unsure: others } : {}),
    ...(unsent ? { unsent: true as const } : {}),
  };
}

/** Keeps an answer with several readings until the person has chosen one. */
export function doubt(facts: Facts, unsure: Unsure): Facts {
  const others = (facts.unsure ?? []).filter((each) => each.field !== unsure.field);
  return { ...facts, unsure: [...others, unsure] };
}

/** Leaves out members of the facts; with `exactOptionalPropertyTypes` a member is absent, never `undefined`. */
export function without<K extends keyof Facts>(facts: Facts, ...names: K[]): Omit<Facts, K> {
  const rest = { ...facts };
  for (const name of names) delete rest[name];
  return rest;
}
