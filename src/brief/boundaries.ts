import type { QuestionForm } from '../understanding/notes/clinicQuestion.ts';
import type { Brief } from './schema.ts';

/** The medical disclaimer in full (seed B30), marked as an operating note (R069, R090). */
export const disclaimer =
  'Operating note, not a medical opinion. MVM Care coordinates medical travel and does not provide medical care, make medical decisions, prescribe treatment or promise outcomes, prices, visas, entry or timing. Licensed clinics and doctors make medical decisions, and official authorities make entry decisions.';

/** The only forms in which a question goes to a clinic (R099, seed B14), by the names that understanding gives them. */
export const clinicForms = {
  documents_review: 'can_documents_be_reviewed',
  data_needed: 'which_data_is_needed',
  in_person: 'may_consultation_in_person_be_possible',
  cost: 'who_confirms_cost',
  reply_timing: 'what_reply_timing_is_realistic',
} as const satisfies Record<QuestionForm, string>;

/** Who receives the data, and where (R040). */
export const recipients: Brief['consent']['recipients'] = [
  { name: 'MVM Care coordinators', country: 'RU' },
  { name: 'WhatsApp (Meta), as carrier', country: 'US' },
];

/** Payment boundaries: who invoices what, never an amount (R093 to R095). */
export const payments: Brief['payment'] = [
  row('medical_care', 'clinic', 'clinic', 'as_the_clinic_states', 'everything_outside_the_clinic'),
  row('coordination_deposit', 'mvm_care', 'mvm_care', 'agreed_in_writing_before_payment', 'medical_care'),
  row('hotel', 'hotel', 'hotel', 'as_the_hotel_states', 'medical_care'),
  row('interpreter', 'interpreter', 'interpreter_or_mvm_care', 'agreed_in_writing_before_payment', 'medical_care'),
  row('third_party', 'each_provider', 'each_provider', 'as_each_provider_states', 'medical_care'),
];

function row(
  service: Brief['payment'][number]['service'],
  provider: string,
  invoiceSource: string,
  moment: string,
  exclusions: string,
): Brief['payment'][number] {
  return { service, provider, invoiceSource, moment, exclusions };
}
