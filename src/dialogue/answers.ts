import type { Field } from '../../flows/family.ts';
import { clinicQuestionOf } from '../understanding/notes/clinicQuestion.ts';
import type { Facts, Known } from './facts.ts';
import { cardFields, doubt, dueField, forget, intake, isField, remember, without } from './known.ts';
import { type Act, plain, type Step, say } from './step.ts';

/** Takes every field that was said, whatever was asked (R013), each at most once. */
export const takeSaid: Step<'said'> = ({ facts }, event) => {
  const noted: Field[] = [];
  const asked = dueField(facts);
  const wasAgency = facts.known.writer?.value === 'agency';
  let next: Facts = facts.confirm && facts.confirm !== 'danger' ? without(facts, 'confirm') : facts;
  for (const { field, value, words, readings } of event.said) {
    if (!isField(field)) continue;
    const source = { words, message: event.message, at: event.at };
    // Said again in passing: nothing to confirm.
    const news = field === asked || JSON.stringify(facts.known[field]?.value) !== JSON.stringify(value);
    if (readings && readings.length > 1) {
      next = doubt(next, { field, readings, ...source });
    } else {
      next = remember(next, field, { value, ...source });
      if (news) noted.push(field);
    }
  }
  const isAgency = !wasAgency && next.known.writer?.value === 'agency';
  // An agency is welcomed as such, and a coordinator reads its note: nothing is read back.
  const acts: Act[] = noted.length > 0 && !isAgency ? [say({ line: 'noted', fields: noted })] : [];
  if (noted.includes('question') && clinicQuestionOf(String(next.known.question?.value ?? '')).decide)
    acts.push(plain('doctorDecides'));
  if (isAgency) acts.push({ type: 'alert', kind: 'agency' });
  return { facts: without(next, 'misses'), acts };
};

/** Not an agency after all: who writes is asked again. */
export const notAgency: Step = ({ facts }) => ({ facts: without(forget(facts, 'writer'), 'misses') });

/** The field that is due stays open in the brief, as missing (R017). */
export const skip: Step<'skip'> = ({ facts }, event) => {
  const field = facts.unsure?.[0]?.field ?? dueField(facts);
  if (!field) return { facts };
  const kept = facts.reopened === field ? facts.known[field] : undefined;
  const nothing: Known = { value: null, words: '', message: event.message, at: event.at };
  return { facts: without(remember(facts, field, kept ?? nothing), 'misses', 'reopened') };
};

/** Nothing optional is wanted after all: a plain "no" to it. */
export const declineOptional: Step<'no'> = ({ facts }, event) => {
  const field = dueField(facts);
  if (!field || intake.includes(field)) return { facts: miss(facts) };
  return { facts: remember(facts, field, { value: null, words: event.words, message: event.message, at: event.at }) };
};

/** Opens the answer given before the one that is open now; its value stands until a new one is there. */
export const goBack: Step<'back'> = ({ facts }) => {
  const order = Object.keys(facts.known).filter(isField);
  const open = facts.reopened ? order.indexOf(facts.reopened) : order.length;
  const before = order[open - 1];
  if (!before) return { facts };
  return { facts: { ...without(facts, 'unsure', 'misses', 'confirm'), reopened: before } };
};

/** "Change 4": the field opens again and is asked; its value stands until a new one is there. */
export const change: Step<'change'> = ({ facts }, event) => {
  const field = event.field ?? (event.line === undefined ? undefined : cardFields[event.line - 1]);
  if (!field || !isField(field)) return { facts, acts: [plain('changeWhich')] };
  return { facts: { ...without(facts, 'misses', 'confirm', 'unsure'), reopened: field } };
};

/** The person chose one of the readings that were read back, by its number. */
export const chooseReading: Step<'choice'> = ({ facts }, event) => {
  const unsure = facts.unsure?.[0];
  const index = Number(event.option);
  if (!unsure || !(index in unsure.readings)) return { facts: miss(facts) };
  return accept(facts, index);
};

/** A yes to what was read back takes the first reading. */
export const confirmReading: Step<'yes'> = ({ facts }) => accept(facts, 0);

function accept(facts: Facts, index: number): { facts: Facts; acts?: Act[] } {
  const unsure = facts.unsure?.[0];
  if (!unsure) return { facts };
  const { field, readings, ...source } = unsure;
  const next = remember(facts, field, { value: readings[index], ...source });
  return { facts: without(next, 'misses'), acts: [say({ line: 'noted', fields: [field] })] };
}

/** None of the readings: the field is asked again. */
export const rejectReadings: Step<'no'> = ({ facts }) => {
  const [first, ...others] = facts.unsure ?? [];
  const rest = { ...without(facts, 'unsure', 'misses'), ...(others.length > 0 ? { unsure: others } : {}) };
  return { facts: first ? { ...rest, reopened: first.field } : rest };
};

/** A message was edited or deleted: what it had answered is forgotten first (an edit says it anew). */
export const retract: Step<'retracted'> = ({ facts }, event) => {
  const gone = (Object.entries(facts.known) as [Field, Known][]).filter(([, known]) => known.message === event.of);
  const kept = (facts.unsure ?? []).filter((unsure) => unsure.message !== event.of);
  let next: Facts = { ...without(facts, 'unsure'), ...(kept.length > 0 ? { unsure: kept } : {}) };
  if (!event.deleted) return { facts: next };
  for (const [field] of gone) next = forget(next, field);
  return { facts: next, acts: gone.length > 0 ? [plain('removed')] : [] };
};

/** One more message that the open line could make nothing of. */
export const miss = (facts: Facts): Facts => ({ ...facts, misses: (facts.misses ?? 0) + 1 });
