import type { FileKind } from './content.ts';
import { clean, fold } from './normalise.ts';

/** What an envelope tells about a file. Nothing of it but the caption is kept. */
export type FileClues = {
  type: 'document' | 'image' | 'video';
  filename?: string | null | undefined;
  mimetype?: string | null | undefined;
  caption?: string | null | undefined;
};

/** Words of identity papers (R024, `domain.md` 2.2). */
const identity = anyOf(
  'passport, passports, pasport, civil id, civilid, national id, emirates id, iqama, residence card, residence permit, id card, id cards, id, visa, mrz, паспорт',
  'جواز, جوازات, جواز سفر, بطاقة مدنية, بطاقة المدنية, بطاقة شخصية, بطاقة الهوية, بطاقة هوية, بطاقة الأحوال, هوية, اقامة, سجل مدني, تأشيرة',
);
/** Words of medical papers and pictures. */
const medical = anyOf(
  'medical, report, reports, scan, scans, x ray, xray, x rays, mri, ct, pet, ultrasound, sonar, echo, ecg, eeg, lab, labs, blood, test, tests, result, results, biopsy, histology, pathology, discharge, prescription, diagnosis, dicom, dcm',
  'تقرير, تقارير, تحليل, تحاليل, أشعة, رنين, سونار, مقطعية, نتيجة, نتائج, وصفة, روشتة, خزعة, فحص, فحوصات, طبي, طبية, ملف',
);

/** Finds one of the words in folded text; Arabic ones also with the article, "and", "with" and a possessive ending. */
function anyOf(latin: string, arabic: string): RegExp {
  const folded = (list: string) => list.split(', ').map((word) => fold(clean(word)));
  const stems = folded(arabic).map((word) => word.replace(/ /g, ' (?:ال)?').replace(/ه$/, '[هت]'));
  const inner = `(?:${folded(latin).join('|')})\\d*|(?:و|ب)?(?:ال|لل)?(?:${stems.join('|')})(?:ي|ه|ها|هم|نا|ك)?`;
  return new RegExp(`(?:^| )(?:${inner})(?: |$)`, 'u');
}

/**
 * The kind of a file that is refused, told from its type, name, MIME type and caption alone; the name goes no further
 * (`domain.md` 8.0, R020). Pure and total. An identity paper wins over everything, for it is never needed here.
 */
export function fileKind({ type, filename, mimetype, caption }: FileClues): FileKind {
  const mime = (mimetype ?? '').toLowerCase();
  // camelCase and digits glued to a name are words of their own: "PassportCopy2.pdf"
  const name = (filename ?? '').replace(/\.[a-z0-9]{1,5}$/i, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const said = fold(clean(`${name} ${caption ?? ''}`));
  if (identity.test(said)) return 'id_image';
  if (type === 'video' || mime.startsWith('video/')) return 'medical_video';
  const picture = mime.startsWith('image/') && !mime.includes('dicom');
  if (type === 'document' && !picture) return 'medical_file';
  if (mime.includes('dicom')) return 'medical_file';
  return medical.test(said) ? 'medical_image' : 'unknown_image';
}
