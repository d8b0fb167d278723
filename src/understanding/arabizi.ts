import commands from './words/commands.json' with { type: 'json' };
import smallTalk from './words/smallTalk.json' with { type: 'json' };

/**
 * Arabic in Latin letters is spelled as each person likes ("si3r", "se3er", "s3r"). Reduced to its consonants it meets
 * the Arabic word, reduced the same way, so that one Arabic vocabulary serves both scripts (`domain.md` 6.8).
 */

const digraphs: [RegExp, string][] = [
  [/3'/g, 'ق'],
  [/7'/g, 'خ'],
  [/6'/g, 'ظ'],
  [/9'/g, 'ض'],
  [/kh/g, 'خ'],
  [/sh/g, 'ش'],
  [/gh/g, 'ق'],
  [/th|dh/g, 'ذ'],
  [/ch/g, 'ك'],
  [/ou|oo/g, 'u'],
  [/e{2}|ie/g, 'i'],
];
const latin: Record<string, string> = {
  b: 'ب',
  p: 'ب',
  t: 'ت',
  j: 'ج',
  d: 'د',
  r: 'ر',
  z: 'ز',
  s: 'س',
  f: 'ف',
  v: 'ف',
  q: 'ق',
  g: 'ق',
  k: 'ك',
  c: 'ك',
  x: 'كس',
  l: 'ل',
  m: 'م',
  n: 'ن',
  h: 'ه',
  w: 'و',
  y: 'ي',
  '3': 'ع',
  '4': 'ذ',
  '5': 'خ',
  '6': 'ت',
  '7': 'ه',
  '8': 'ق',
  '9': 'س',
  '2': '',
};
const arabic: Record<string, string> = {
  ث: 'ذ',
  ظ: 'ذ',
  ض: 'د',
  ط: 'ت',
  ص: 'س',
  ح: 'ه',
  غ: 'ق',
  ا: '',
  ئ: '',
  ء: '',
  أ: '',
  إ: '',
  آ: '',
  ة: '',
  ى: '',
  ؤ: '',
};
const vowels = 'aeiou';

/** The consonants of a Latin-letter word, in Arabic letters; empty when there are none. */
export function skeletonOfLatin(word: string): string {
  let rest = word;
  for (const [from, to] of digraphs) rest = rest.replace(from, to);
  let out = '';
  for (let i = 0; i < rest.length; i += 1) {
    const letter = rest[i] ?? '';
    if (vowels.includes(letter)) continue;
    if ((letter === 'w' || letter === 'y') && i > 0 && !vowels.includes(rest[i + 1] ?? 'x')) continue;
    if (letter === 'h' && i === rest.length - 1 && i > 0 && vowels.includes(rest[i - 1] ?? '')) continue;
    out += latin[letter] ?? (letter >= 'ء' ? letter : '');
  }
  return squeezed(out);
}

/** The same of a folded Arabic word. */
export function skeletonOfArabic(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i += 1) {
    const letter = word[i] ?? '';
    const last = i === word.length - 1;
    const nisba = letter === 'ي' && i === word.length - 2 && word.endsWith('ه');
    if ((letter === 'و' || letter === 'ي') && i > 0 && word[i + 1] !== 'ا' && !nisba) continue;
    if (letter === 'ه' && last && i > 0) continue;
    out += arabic[letter] ?? letter;
  }
  return squeezed(out);
}

/** As `fold` writes a word: every run of a letter once. */
function squeezedWord(word: string): string {
  return word.replace(/([a-z'])\1+/g, '$1');
}

function squeezed(letters: string): string {
  return letters.replace(/(.)\1+/g, '$1');
}

/** Words that only Latin-letter Arabic has; with digits inside words they tell it from English. */
const tellTale = new Set(
  `ab aba abi aby abgha abghi abgi abii nabi nabgha abee aish ana anta inta enta enti inti into antum a3ref
  akallem akalim ahlan alhamdulillah amoot amrad aw ay ayh aywa aywah ayna bas bass bs bdi baddi bachar bikam bkam bkm cham chem
  dakatra daktor dktor doktor el elli elsi3r ekhtar ento eih eyh e fee feh fi fih fein feen gidam hadha hatha hala hali halla hay hayat hnak hnaak hni
  hina inshallah inshala insha7 kallem kam kaif kef keef khalas khalas kifak kitheer kteer la lah leish laish lesh lish lazem lazim law
  mabi mabgha mako maku mafi mafeh mat mata meno men mnu mnw min mish mo mob moo mu mub mumkin momkin mwafeg mwafiq mwafg muwafiq muwafig
  mareed mariith masalama na3am nbi nabee ok okay qadesh qdeh sh shaku shakhbar shlon shlonk shloon shkthr shkther shkad shno shnu shinu shu sho
  shukran shukrn mashkoor mashkur salam salaam alaikum alaykum assalamu asalam tamam tmam taman tayeb tyb tarjama wain wayn wein ween wen wala wallah
  walla wesh wish wsh wain ya yabi yalla yla ygdar ygdr yakhi yom yoom ywm zain zein zyn fil bil lil 3la dakhil doktora elvisa ta3ban alam
  mustashfa mostashfa mosta3jel mesta3jel taqreer ta2reer ta2shira si3r se3r takalef tekalef tikalif wagf wagfo wagif waqef la tersloon tersel
  rasayel safar elaj 3elaj ilaj duktor marhaba mar7aba ahlein maassalama bye yaatik ya3tik`
    .split(/\s+/)
    .map(squeezedWord),
);
/** Every word of the Arabizi lists that no English list has tells Arabic too. */
for (const lists of [...Object.values(commands.whole), ...Object.values(smallTalk.whole)]) {
  for (const word of lists.arabizi.flatMap((wording) => wording.split(' ')))
    if (word.length > 2) tellTale.add(squeezedWord(word));
}
for (const lists of [...Object.values(commands.whole), ...Object.values(smallTalk.whole)]) {
  for (const word of lists.en.flatMap((wording) => wording.split(' '))) tellTale.delete(squeezedWord(word));
}

const alsoEnglish = new Set([
  'ok',
  'okay',
  'bye',
  'min',
  'men',
  'mat',
  'law',
  'hay',
  'e',
  'el',
  'la',
  'fee',
  'ab',
  'bass',
  'sh',
  'into',
  'enter',
  'hala',
  'aw',
  'doctor',
  'mo',
  'hali',
  'a',
  'salam',
  'la',
]);
const english = new Set(
  `the a an is are was be do does did can could will would should how what when where which who why my your our his her
  their we you he she they it i me us of for to in on at with from and or not no yes please need want have has had
  if this that there here about after before any some so but hi hello thank thanks good day help price cost visa
  doctor hospital patient treatment i'm im dont don't per get send stop start back just also only then than`
    .split(/\s+/)
    .map(squeezedWord),
);

/** Whether folded Latin words are Arabic: digits inside words, or more tell-tale words than English ones. */
export function isArabizi(words: readonly string[]): boolean {
  let arabicWords = 0;
  let englishWords = 0;
  for (const word of words) {
    if (
      /^[a-z']*[a-z][23579][a-z]|^[2357][a-z]{2}|[a-z]{2}[237]$|^[a-z]{1,2}[237][a-z]*$/.test(word) &&
      !/^(?:mp|co|vo|pm|am|\d+)[234]$/.test(word)
    ) {
      arabicWords += 2;
    } else if (tellTale.has(word)) {
      arabicWords += alsoEnglish.has(word) ? 0.5 : 1;
    }
    if (english.has(word)) englishWords += 1;
  }
  return arabicWords > 0 && arabicWords >= englishWords;
}
