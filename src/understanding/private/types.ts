/** Kinds of private data the first step does not need (`domain.md` 2.2, 8.0). */
export const privateTypes = [
  'phone', 'email', 'saudi_id', 'emirates_id', 'kuwait_civil_id', 'qatar_qid', 'bahrain_cpr', 'oman_civil_id',
  'other_id', 'passport', 'passport_mrz', 'iban', 'account', 'card', 'otp', 'dob', 'address', 'mrn', 'insurance_no',
  'file_link', 'name', 'medical_text',
] as const;
export type PrivateType = (typeof privateTypes)[number];
