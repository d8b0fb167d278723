import { z } from 'zod';
import { ageGroups, directions, documentTypes, goals, logistics, urgencies } from '../understanding/values.ts';
import { clinicForms } from './boundaries.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dates = z.union([
  z.object({ kind: z.literal('range'), from: day, to: day, granularity: z.enum(['day', 'month', 'season']) }),
  z.object({ kind: z.enum(['asap', 'flexible']) }),
]);
const travellers = z.union([
  z.number().int().min(1).max(100),
  z.object({ min: z.number().int().min(1), max: z.number().int().max(100) }),
]);

const document = z.object({
  type: z.enum(documentTypes),
  language: z.string().optional(),
  date: z.string().optional(),
  words: z.string(),
});

/** What is known, by field code; a field that is not known is absent and stands in `missing` (R017, R089). */
const known = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/),
    language: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
    direction: z.enum(directions),
    goal: z.enum(goals),
    age_group: z.enum(ageGroups),
    dates,
    family_size: travellers,
    urgency: z.enum(urgencies),
    question: z.string().min(1),
    city_or_clinic: z.string(),
  })
  .partial()
  // A question that was added to the flow travels under its own code without a change here.
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

const decision = z.object({ given: z.boolean(), at: z.iso.datetime(), message: z.string() });

const consent = z.object({
  forward: decision,
  contact: decision,
  givenBy: z.object({
    role: z.enum(['patient', 'family', 'guardian']),
    relation: z.string(),
    basis: z.enum(['own', 'patient_agrees', 'cannot_decide', 'guardian']),
    declaredOrDirect: z.literal('direct'),
  }),
  data: z.array(z.string()),
  documents: z.literal('none'),
  recipients: z.array(z.object({ name: z.string(), country: z.string() })),
  channel: z.literal('whatsapp'),
  purpose: z.literal('prepare_clinic_question'),
  language: z.enum(['ar', 'en']),
  version: z.string(),
  legalNote: z.literal('does not replace legal forms'),
});

/** `forms`: all that may be put to a clinic (R099); `comesTo`: those of them the person's own words come to, perhaps none. */
const clinicQuestion = z.object({
  words: z.string(),
  asReported: z.literal(true),
  forms: z.array(z.string()),
  comesTo: z.array(z.enum(Object.values(clinicForms))).optional(),
  /** It asks for a medical decision, which is the doctor's alone (R100). */
  medicalDecision: z.literal('for_the_doctor_alone').optional(),
});

const role = z.object({
  role: z.enum(['patient', 'family_contact', 'agency_representative', 'coordinator', 'clinic', 'interpreter', 'payer']),
  who: z.string(),
  mayDecide: z.boolean(),
  mayReceiveData: z.boolean(),
});

const payment = z.object({
  service: z.enum(['medical_care', 'coordination_deposit', 'hotel', 'interpreter', 'third_party']),
  provider: z.string(),
  invoiceSource: z.string(),
  moment: z.string(),
  exclusions: z.string(),
});

/** The brief as it travels: the contract with the coordinators' tools. Keys are camelCase, codes snake_case (design: "Commands"). */
export const briefSchema = z.object({
  schema: z.literal('brief/1'),
  case: z.string(),
  revision: z.number().int().min(1),
  createdAt: z.iso.datetime(),
  number: z.string(),
  writer: z.enum(['patient', 'family', 'agency', 'other']),
  language: z.enum(['ar', 'en']),
  known,
  missing: z.array(z.string()),
  consent,
  roles: z.array(role).length(7),
  documents: z.array(document),
  clinicQuestions: z.array(clinicQuestion),
  payment: z.array(payment).length(5),
  logistics: z.object({ wanted: z.array(z.enum(logistics)), nextStep: z.string() }),
  context: z.object({
    timeZone: z.string().nullable(),
    hoursFromMoscow: z.number().nullable(),
    preferences: z.string().nullable(),
    familyContact: z.string().nullable(),
  }),
  risks: z.array(z.string()),
  nextStep: z.object({ code: z.string(), by: z.string(), decides: z.record(z.string(), z.string()) }),
  notice: z.string(),
  provenance: z.record(
    z.string(),
    z.object({
      words: z.string(),
      message: z.string(),
      at: z.iso.datetime(),
      by: z.enum(['patient', 'family', 'agency', 'other']),
      corrected: z.boolean(),
    }),
  ),
});

export type Brief = z.infer<typeof briefSchema>;

/** The published JSON Schema of the wire format. */
export const briefJsonSchema = () => z.toJSONSchema(briefSchema, { target: 'draft-2020-12' });
