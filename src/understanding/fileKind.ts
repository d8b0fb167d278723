import type { FileKind } from './content.ts';
import { clean, fold } from './normalise.ts';
import words from './words/files.json' with { type: 'json' };

/** What an envelope tells about a file. Nothing of it but the caption is kept. */
export type FileClues = {
  type: 'document' | 'image' | 'video';
  filename?: string | null | undefined;
  mimetype?: string | null | undefined;
  caption?: string | null | undefined;
};

/** Words of identity papers (R024, `domain.md` 2.2). */
const identity = anyOf(words.identity);
/** Words of medical papers and pictures. */
const medical = anyOf(words.medical);

type Words = { [script in 'latin' | 'arabic' | 'arabizi' | 'cyrillic']: readonly string[] };

/** Finds one of the words in folded text; Arabic ones also with the article, "and", "with" and a possessive ending, Russian ones in any case. */
function anyOf({ latin, arabic, arabizi, cyrillic }: Words): RegExp {
  const folded = (list: readonly string[]) => list.map((word) => fold(clean(word)));
  const stems = folded(arabic).map((word) => word.replace(/ /g, ' (?:ال)?').replace(/ه$/, '[هت]'));
  const inner = [
    `(?:el|al|il|l)?(?: |-)?(?:${folded(arabizi).join('|')})[a-z]{0,3}`,
    `(?:${folded(latin).join('|')})s?\\d*`,
    `(?:و|ب)?(?:ال|لل)?(?:${stems.join('|')})(?:ي|ه|ها|هم|نا|ك)?`,
    `(?:${folded(cyrillic).join('|')})[\\u0430-\\u044f]{0,4}`,
  ];
  return new RegExp(`(?:^| )(?:${inner.join('|')})(?: |$)`, 'u');
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
