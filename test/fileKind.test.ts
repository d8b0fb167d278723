import { expect, test } from '@jest/globals';
import { type FileClues, fileKind } from '../src/understanding/fileKind.ts';

test.each<[FileClues, string]>([
  [{ type: 'document', filename: 'IMG0001.dcm', mimetype: 'application/dicom' }, 'medical_file'],
  [{ type: 'document', filename: 'report.pdf', mimetype: 'application/pdf' }, 'medical_file'],
  [{ type: 'document', filename: 'x.zip', mimetype: 'application/zip' }, 'medical_file'],
  [{ type: 'document', filename: 'IMG_2231.jpg', mimetype: 'image/jpeg' }, 'unknown_image'],
  [{ type: 'document', filename: 'clip.mp4', mimetype: 'video/mp4' }, 'medical_video'],
  [{ type: 'document', filename: 'PassportCopy2.pdf', mimetype: 'application/pdf' }, 'id_image'],
  [{ type: 'document', filename: 'passport1.pdf' }, 'id_image'],
  [{ type: 'image', mimetype: 'image/jpeg' }, 'unknown_image'],
  [{ type: 'image', caption: 'front and back of my civil id' }, 'id_image'],
  [{ type: 'image', caption: 'صورة الجواز' }, 'id_image'],
  [{ type: 'image', caption: 'البطاقة المدنية للوالدة' }, 'id_image'],
  [{ type: 'image', caption: 'هويتها' }, 'id_image'],
  [{ type: 'image', caption: 'التقرير الطبي' }, 'medical_image'],
  [{ type: 'image', caption: 'تحاليلي' }, 'medical_image'],
  [{ type: 'image', caption: 'Blood tests' }, 'medical_image'],
  [{ type: 'image', caption: 'X-ray' }, 'medical_image'],
  [{ type: 'image', caption: 'أشعة الركبة' }, 'medical_image'],
  [{ type: 'image', caption: 'our hotel last time' }, 'unknown_image'],
  [{ type: 'image', caption: 'ashe3at el thahar' }, 'medical_image'],
  [{ type: 'image', caption: 'el ta7aleel' }, 'medical_image'],
  [{ type: 'image', caption: 'صورة الجرح بعد العملية' }, 'medical_image'],
  [{ type: 'image', caption: 'jawazi' }, 'id_image'],
  [{ type: 'image', caption: 'CPR card' }, 'id_image'],
  [{ type: 'image', caption: 'كرت العائلة' }, 'id_image'],
  [{ type: 'image', caption: 'شوف' }, 'unknown_image'],
  [{ type: 'image', caption: 'and this?' }, 'unknown_image'],
  [{ type: 'video' }, 'medical_video'],
  [{ type: 'video', caption: 'passport' }, 'id_image'],
])('%j is %s', (clues, kind) => {
  expect(fileKind(clues)).toBe(kind);
});
